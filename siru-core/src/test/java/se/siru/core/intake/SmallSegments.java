package se.siru.core.intake;

/** Readers that take files in segments of a few rows. */
public final class SmallSegments {
  private SmallSegments() {}

  /** The standard reader, which takes about so many bytes at a time. */
  public static PortfolioReader of(int length) {
    return PortfolioReader.standard().segments(length);
  }
}
