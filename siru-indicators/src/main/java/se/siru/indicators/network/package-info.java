/** Ties between stakeholders and how they cross an attribute. One public class gives indicators and functions. */
@NullMarked
package se.siru.indicators.network;

import org.jspecify.annotations.NullMarked;
