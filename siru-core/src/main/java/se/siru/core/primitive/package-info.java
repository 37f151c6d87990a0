/** Collections of primitive numbers for what every record runs through. Not exported. */
@NullMarked
package se.siru.core.primitive;

import org.jspecify.annotations.NullMarked;
