/** Work shared among threads. Not exported. */
@NullMarked
package se.siru.core.parallel;

import org.jspecify.annotations.NullMarked;
