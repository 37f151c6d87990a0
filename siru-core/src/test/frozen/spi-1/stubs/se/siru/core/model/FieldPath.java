package se.siru.core.model;

public final class FieldPath {
  FieldPath() {}
}
