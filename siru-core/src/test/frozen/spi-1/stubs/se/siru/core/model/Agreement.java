package se.siru.core.model;

public final class Agreement {
  Agreement() {}

  public static final RecordType TYPE = null;
}
