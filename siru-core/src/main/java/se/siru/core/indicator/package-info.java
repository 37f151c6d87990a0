/**
 * The indicator algebra. An {@link se.siru.core.indicator.Indicator} is a value that nobody implements: which facts, which of
 * them, how aggregated, when, and how far it adds up. It is a {@link se.siru.core.indicator.Measure} over records or a
 * {@link se.siru.core.indicator.Formula} over indicators. Authors who need more extend
 * {@link se.siru.core.indicator.Accumulator} or register an {@link se.siru.core.indicator.IndicatorFunction}.
 */
@NullMarked
package se.siru.core.indicator;

import org.jspecify.annotations.NullMarked;
