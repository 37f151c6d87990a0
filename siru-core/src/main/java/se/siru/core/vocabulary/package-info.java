/**
 * Open code lists. A {@link se.siru.core.vocabulary.Codelist} holds codes with labels, parents, levels and validity; portfolios
 * and plugins may add lists and child codes. Sectors, kinds, legal bases and regions are codes, never Java enums.
 */
@NullMarked
package se.siru.core.vocabulary;

import org.jspecify.annotations.NullMarked;
