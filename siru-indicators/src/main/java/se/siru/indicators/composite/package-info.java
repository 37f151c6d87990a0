/** Indicators over indicators. One public class gives the whole family. */
@NullMarked
package se.siru.indicators.composite;

import org.jspecify.annotations.NullMarked;
