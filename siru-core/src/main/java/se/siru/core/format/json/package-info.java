/** Results as canonical JSON, {@code siru-results/1}: the cells with all that is needed to read and defend them. */
@NullMarked
package se.siru.core.format.json;

import org.jspecify.annotations.NullMarked;
