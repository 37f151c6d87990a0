/**
 * What readers and writers of text ask, whatever the format: is a character allowed, can this be an id, is this a day, how far apart are two
 * names, would a spreadsheet run it. Not exported.
 */
@NullMarked
package se.siru.core.lexical;

import org.jspecify.annotations.NullMarked;
