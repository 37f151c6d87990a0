/**
 * Indicators over indicators. {@link se.siru.indicators.composite.CompositeIndicators} gives those of the catalogue; a composite index
 * is declared by {@link se.siru.indicators.composite.CompositeIndex} and computed from a table of any numbers, such as {@link
 * se.siru.indicators.composite.ResultsTable}. Doubles, {@link java.lang.StrictMath} and a canonical order of units and parts give
 * the same digits on every machine.
 */
@NullMarked
package se.siru.indicators.composite;

import org.jspecify.annotations.NullMarked;
