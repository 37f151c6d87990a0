/** How far the records themselves can be relied on. One public class gives the whole family. */
@NullMarked
package se.siru.indicators.quality;

import org.jspecify.annotations.NullMarked;
