/**
 * A plugin of an invented agency, written to be copied: it shows what a third party adds to SIRU and how.
 */
@NullMarked
package se.siru.example;

import org.jspecify.annotations.NullMarked;
