/**
 * Statistics of change, answers, survival and diversity, for host systems and for the functions of the catalogue. What is real-valued is
 * computed in doubles by {@link java.lang.StrictMath} in an order of its own, so that the order of records changes nothing.
 */
@NullMarked
package se.siru.indicators.statistics;

import org.jspecify.annotations.NullMarked;
