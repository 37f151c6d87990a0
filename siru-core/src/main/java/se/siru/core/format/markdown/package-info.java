/** Packs as Markdown. */
@NullMarked
package se.siru.core.format.markdown;

import org.jspecify.annotations.NullMarked;
