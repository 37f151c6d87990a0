/**
 * A contender of the benchmark: the forty questions as one would ask them of records with Java Streams. It uses FastCSV
 * and nothing of SIRU.
 */
@NullMarked
package se.siru.cli.benchmark.streams;

import org.jspecify.annotations.NullMarked;
