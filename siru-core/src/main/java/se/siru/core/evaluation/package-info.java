/**
 * From a portfolio and indicators to results: a plan, one pass over the facts into whole-number state, and cells read from that
 * state. State of any split of the facts merges into the state of the whole.
 */
@NullMarked
package se.siru.core.evaluation;

import org.jspecify.annotations.NullMarked;
