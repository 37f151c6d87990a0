/**
 * What the law said from one day until another: legal bases, limits of value, shares, checklists and ceilings of aid, as data with a
 * source and a mark for each entry. {@link se.siru.core.law.LawData} is the whole; a file of the format {@code siru-law/1} replaces
 * sections of it.
 */
@NullMarked
package se.siru.core.law;

import org.jspecify.annotations.NullMarked;
