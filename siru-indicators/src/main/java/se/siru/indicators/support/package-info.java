/** Enterprises that receive support, as the structural funds count them. One public class gives the whole family. */
@NullMarked
package se.siru.indicators.support;

import org.jspecify.annotations.NullMarked;
