package se.siru.core.model;

import se.siru.core.stability.Stable;

/** What a field means to the engine, beside holding a value. */
@Stable(since = "0.1.0")
public enum FieldRole {
  /** Nothing more. */
  VALUE,
  /** The record's id, unique in its type. */
  ID,
  /** The first day on which this version of an entity is valid. */
  VALID_FROM,
  /** The day of an event. */
  DATE,
  /** The first day of a record that lasts. */
  START,
  /** The last day, inclusive, of a record that lasts; half-open in memory. */
  END,
  /** The deepest node of the programme tree that the record belongs to. */
  NODE,
  /** The record type of the record that this one is about. */
  SUBJECT_TYPE,
  /** The id of the record that this one is about, of the type that the field of role {@link #SUBJECT_TYPE} names. */
  SUBJECT
}
