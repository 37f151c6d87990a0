package se.siru.core.intake;

public final class ReaderOptions {
  ReaderOptions() {}
}
