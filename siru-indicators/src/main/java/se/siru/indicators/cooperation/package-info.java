/**
 * Cooperation between organisations, as the Interreg indicators count it, under codes of our own. One public class gives the whole
 * family.
 */
@NullMarked
package se.siru.indicators.cooperation;

import org.jspecify.annotations.NullMarked;
