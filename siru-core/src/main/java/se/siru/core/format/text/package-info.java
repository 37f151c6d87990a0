/** Results as a table for people at a terminal. */
@NullMarked
package se.siru.core.format.text;

import org.jspecify.annotations.NullMarked;
