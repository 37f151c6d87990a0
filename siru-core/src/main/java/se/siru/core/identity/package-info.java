/**
 * Which organisation a text means: organisation numbers, mail domains, the normal form of a name, and what was probably meant.
 * Knows texts alone, neither records nor files. Not exported.
 */
@NullMarked
package se.siru.core.identity;

import org.jspecify.annotations.NullMarked;
