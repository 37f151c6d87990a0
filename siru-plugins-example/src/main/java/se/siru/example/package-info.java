/**
 * The plugin of an invented agency, to be copied: change the package, the plugin id and the two classes that
 * {@link se.siru.example.ExempellanPlugin} names, and the line in {@code META-INF/services}.
 */
@NullMarked
package se.siru.example;

import org.jspecify.annotations.NullMarked;
