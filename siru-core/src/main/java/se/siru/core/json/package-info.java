/**
 * The one strict, hardened JSON reader and the one canonical writer. Everything that SIRU reads or writes as JSON
 * goes through here, so a document is refused for the same reasons wherever it comes from, and the same values give
 * the same bytes. The package is not exported, and the parsing library behind it appears in no signature.
 */
@NullMarked
package se.siru.core.json;

import org.jspecify.annotations.NullMarked;
