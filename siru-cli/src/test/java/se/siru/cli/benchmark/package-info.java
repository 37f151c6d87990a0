/**
 * The whole-process benchmark: an invented portfolio of any size, forty indicators asked of it, and the same questions
 * asked of a database and of plain Java. The comparison with the database runs in the Maven profile {@code benchmark}.
 */
@NullMarked
package se.siru.cli.benchmark;

import org.jspecify.annotations.NullMarked;
