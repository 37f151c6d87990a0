/** Results as tidy CSV: one row a cell. */
@NullMarked
package se.siru.core.format.csv;

import org.jspecify.annotations.NullMarked;
