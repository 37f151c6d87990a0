/** The portfolio of initiatives. One public class gives the whole family. */
@NullMarked
package se.siru.indicators.innovation;

import org.jspecify.annotations.NullMarked;
