/**
 * The plugin of an invented agency, to be copied. What to change in the copy:
 *
 * <ul>
 *   <li>the package {@code se.siru.example}: in the sources, in {@code module-info.java} with the module's name, and in the line
 *       of {@code META-INF/services/se.siru.core.plugin.SiruPlugin}
 *   <li>the class name, id {@code exempellan}, title and version in {@link se.siru.example.ExempellanPlugin}
 *   <li>the indicator's id {@code exempellan:active-iop}, whose first part is the plugin's id, and its code {@code EX-01}
 *   <li>the format's name {@code exempellan-markdown}, and the pom, for which docs/how-to/write-a-plugin.md has one that stands
 *       alone
 * </ul>
 */
@NullMarked
package se.siru.example;

import org.jspecify.annotations.NullMarked;
