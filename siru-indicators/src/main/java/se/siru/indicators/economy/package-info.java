/** Money of operations, and the operations themselves. One public class gives the whole family. */
@NullMarked
package se.siru.indicators.economy;

import org.jspecify.annotations.NullMarked;
