/**
 * What an audience may see. A {@link se.siru.core.disclosure.Publication} is the only thing that exporters accept,
 * and it is made here alone.
 */
@NullMarked
package se.siru.core.disclosure;

import org.jspecify.annotations.NullMarked;
