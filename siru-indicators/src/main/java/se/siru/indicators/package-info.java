/**
 * The standard indicator catalogue: definitions that agencies select from by id or code.
 */
@NullMarked
package se.siru.indicators;

import org.jspecify.annotations.NullMarked;
