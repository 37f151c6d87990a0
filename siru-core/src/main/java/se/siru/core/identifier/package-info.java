/**
 * The numbers by which Sweden knows organisations and persons, and what personal data looks like in running text.
 */
@NullMarked
package se.siru.core.identifier;

import org.jspecify.annotations.NullMarked;
