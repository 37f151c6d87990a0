/**
 * The contract of exporters: they get a {@link se.siru.core.disclosure.Publication}, write it to a stream, and say
 * what the format could not hold; {@link se.siru.core.export.CsvTable} is there for what they write as CSV.
 */
@NullMarked
package se.siru.core.export;

import org.jspecify.annotations.NullMarked;
