/**
 * The contract of indicators: laws that every indicator keeps, whoever wrote it and whatever it counts, as data ({@link
 * se.siru.core.contract.Law}), and the records that they are tried on ({@link se.siru.core.contract.Sample}). Nothing here needs
 * a test framework: a breach is a {@link se.siru.core.finding.Finding} like any other.
 */
@NullMarked
package se.siru.core.contract;

import org.jspecify.annotations.NullMarked;
