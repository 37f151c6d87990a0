/** What organisations do for sustainability, and what they tell of it. */
@NullMarked
package se.siru.indicators.communication;

import org.jspecify.annotations.NullMarked;
