package se.siru.cli.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Where the driver is, and a copy of it that starts faster. */
final class DuckDbDriver {
  private static final String LIBRARY = "libduckdb_java.so_linux_";

  private DuckDbDriver() {}

  /** The jar as it comes; it unpacks its native library at each start. */
  static Path jar() throws ClassNotFoundException, URISyntaxException {
    Class<?> driver = Class.forName("org.duckdb.DuckDBDriver");
    return Path.of(driver.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** Unpacks classes and native library into a folder, for use as class path and as library path. */
  static void unpack(Path jar, Path folder) throws IOException {
    String architecture = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        String name = entry.getName();
        if (name.equals(LIBRARY + architecture)) {
          copy(zip, entry, folder.resolve(System.mapLibraryName("duckdb_java")));
        } else if (!entry.isDirectory() && !name.startsWith("libduckdb_java")) {
          copy(zip, entry, folder.resolve(name));
        }
      }
    }
  }

  private static void copy(ZipFile zip, ZipEntry entry, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (InputStream in = zip.getInputStream(entry)) {
      Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
