package se.siru.core.model;

import java.util.Optional;

public interface Row {
  default <T> Optional<T> find(Field<T> p0) {
    throw new AssertionError("stub");
  }

  <T> T get(Field<T> p0);
}
