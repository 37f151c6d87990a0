/** Activities, who takes part, and from how many sectors. One public class gives the whole family. */
@NullMarked
package se.siru.indicators.participation;

import org.jspecify.annotations.NullMarked;
