/** Agreements and partnerships, by form and value. One public class gives the whole family. */
@NullMarked
package se.siru.indicators.procurement;

import org.jspecify.annotations.NullMarked;
