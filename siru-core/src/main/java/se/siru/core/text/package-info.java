/** Localized text and its fallback. Swedish and English are built in; any other language may be added. */
@NullMarked
package se.siru.core.text;

import org.jspecify.annotations.NullMarked;
