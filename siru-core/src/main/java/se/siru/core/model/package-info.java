/**
 * What a programme's records are. Each record type is described once, as {@link se.siru.core.model.Field} constants of one
 * class ({@link se.siru.core.model.Stakeholder}, {@link se.siru.core.model.Participation}, …); CSV columns, JSON members,
 * validation, templates, the data dictionary, conditions and dimensions are all read from that description. A record is a
 * {@link se.siru.core.model.Row}, read through the fields. Periods, money and typed values live here too.
 */
@NullMarked
package se.siru.core.model;

import org.jspecify.annotations.NullMarked;
