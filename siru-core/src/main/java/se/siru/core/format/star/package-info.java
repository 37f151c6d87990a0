/** Results as fact and dimension tables, for tools that build reports on such tables. */
@NullMarked
package se.siru.core.format.star;

import org.jspecify.annotations.NullMarked;
