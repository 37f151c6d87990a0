/**
 * Social return on investment: what valued outcomes are worth today, against what was put in. Start at
 * {@link se.siru.indicators.sroi.SroiModel}; {@link se.siru.indicators.sroi.SroiSensitivity} says how far the answer depends on
 * its assumptions, and no ratio should be shown without it.
 */
@NullMarked
package se.siru.indicators.sroi;

import org.jspecify.annotations.NullMarked;
