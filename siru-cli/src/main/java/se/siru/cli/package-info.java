/**
 * The command line: a thin layer that reads options, calls the library and chooses the exit code.
 */
@NullMarked
package se.siru.cli;

import org.jspecify.annotations.NullMarked;
