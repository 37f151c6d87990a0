/**
 * Cases that show whether a system counts rightly, in plain terms that any system can be asked in: records as a table, a question in
 * words, the exact answer. The files lie in {@code docs/conformance}; {@link se.siru.core.conformance.SiruAnswers} answers them as SIRU
 * does, and {@link se.siru.core.conformance.ConformanceCase#judge} tells whether an answer is right.
 */
@NullMarked
package se.siru.core.conformance;

import org.jspecify.annotations.NullMarked;
