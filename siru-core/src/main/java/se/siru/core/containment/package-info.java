/**
 * Calling code that somebody else wrote, so that whatever it does the caller goes on: it may throw, hang, or change what the whole
 * process shares. Not exported.
 */
@NullMarked
package se.siru.core.containment;

import org.jspecify.annotations.NullMarked;
