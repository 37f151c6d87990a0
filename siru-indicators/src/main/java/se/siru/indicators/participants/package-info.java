/**
 * Who took part in an operation, person by person and in head counts: the common indicators of the European Social Fund Plus, and the
 * functions that count named persons once and unnamed heads beside them.
 */
@NullMarked
package se.siru.indicators.participants;

import org.jspecify.annotations.NullMarked;
