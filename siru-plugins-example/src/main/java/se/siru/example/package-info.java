/** An agency's plugin: an indicator and a format. */
@NullMarked
package se.siru.example;

import org.jspecify.annotations.NullMarked;
