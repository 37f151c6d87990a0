package se.siru.core.intake;

public final class ReaderOption {
  ReaderOption() {}
}
