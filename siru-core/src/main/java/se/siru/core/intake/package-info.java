/**
 * How records come in. Portfolio folders, JSON documents and JSON Lines are read strictly and checked cell by cell; everything
 * that is wrong becomes a finding with source, row and column, and a portfolio with any error is refused whole. The same
 * package writes portfolio folders and describes their format.
 */
@NullMarked
package se.siru.core.intake;

import org.jspecify.annotations.NullMarked;
