/** The pages on the indicators of the catalogue, made from the definitions. */
@NullMarked
package se.siru.cli.reference;

import org.jspecify.annotations.NullMarked;
