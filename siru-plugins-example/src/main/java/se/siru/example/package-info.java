/**
 * The plugin of an invented agency: an indicator and a format. {@code siru plugins new} writes this package, with its tests, as the
 * project of a plugin of one's own.
 */
@NullMarked
package se.siru.example;

import org.jspecify.annotations.NullMarked;
