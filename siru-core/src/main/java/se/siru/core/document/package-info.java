/**
 * Documents that declare something, such as an index, as JSON of their own: read strictly and within limits, with every mistake told at
 * once, and written so that the same declaration gives the same bytes. What all our own formats keep, for those of plugins too.
 */
@NullMarked
package se.siru.core.document;

import org.jspecify.annotations.NullMarked;
