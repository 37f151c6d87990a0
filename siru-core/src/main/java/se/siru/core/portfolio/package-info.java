/**
 * The immutable star in memory: entities indexed and versioned, facts in batches of columns. References are row numbers, codes
 * are positions in their code list, days are integers; a {@link se.siru.core.model.Row} is a view over the columns. Checks across
 * records and the one identity resolver live here.
 */
@NullMarked
package se.siru.core.portfolio;

import org.jspecify.annotations.NullMarked;
