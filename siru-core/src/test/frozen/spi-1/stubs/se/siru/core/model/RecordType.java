package se.siru.core.model;

public final class RecordType {
  RecordType() {}

  public static RecordType.Extra extra(String p0) {
    throw new AssertionError("stub");
  }

  public static final class Extra extends RecordType.Fields {
    Extra() {}
  }

  public static abstract class Fields {
    Fields() {}

    public FieldBuilder<String> code(String p0, String p1) {
      throw new AssertionError("stub");
    }
  }
}
