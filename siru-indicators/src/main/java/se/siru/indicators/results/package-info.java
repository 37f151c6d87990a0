/** What is said to have come of the work. One public class gives the whole family. */
@NullMarked
package se.siru.indicators.results;

import org.jspecify.annotations.NullMarked;
