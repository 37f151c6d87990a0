/**
 * Ties between organisations: the indicators and functions of the family, and the network behind them as a list of organisations and
 * ties.
 */
@NullMarked
package se.siru.indicators.network;

import org.jspecify.annotations.NullMarked;
