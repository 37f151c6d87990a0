/** What people answer, before and after. One public class gives the whole family. */
@NullMarked
package se.siru.indicators.assessment;

import org.jspecify.annotations.NullMarked;
