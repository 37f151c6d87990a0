package se.siru.core.plugin;

public final class Spi {
  Spi() {}

  public static final int VERSION = 1;
}
