/** What every reader of text asks, whatever the format: is a character allowed, is this a day, which name was meant. Not exported. */
@NullMarked
package se.siru.core.lexical;

import org.jspecify.annotations.NullMarked;
