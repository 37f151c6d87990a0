/**
 * The root of the library that other systems embed.
 */
@NullMarked
package se.siru.core;

import org.jspecify.annotations.NullMarked;
