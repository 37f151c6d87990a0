package se.siru.core.plugin;

import com.fasterxml.jackson.core.JsonFactory;
import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CsvReader;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.text.LocalizedText;

/** Where this library was loaded from, for a process that runs it, too: its own files and those of what it needs, and nothing of the host's. */
final class LibraryPath {
  private static final List<Class<?>> NEEDED =
      List.of(SiruPlugin.class, JsonFactory.class, ImmutableList.class, CsvReader.class, Logger.class);

  private LibraryPath() {}

  /**
   * The files.
   *
   * @param plugins the classes of the library's own plugins that are at work
   * @throws SiruException with {@link ErrorCode#PLUGINS} where a class lies in no file of its own
   */
  static List<Path> with(Collection<Class<?>> plugins) {
    List<Class<?>> all = new ArrayList<>(NEEDED);
    all.addAll(plugins);
    Set<Path> files = new LinkedHashSet<>();
    all.forEach(type -> files.add(file(type)));
    return List.copyOf(files);
  }

  private static Path file(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    try {
      if (location != null) {
        return Path.of(location.toURI());
      }
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException notAFile) {
      throw lost(type);
    }
    throw lost(type);
  }

  private static SiruException lost(Class<?> type) {
    return new SiruException(
        ErrorCode.PLUGINS,
        LocalizedText.of(
            "tillägg kan inte isoleras: klassen " + type.getName() + " ligger inte i en egen fil; ange Isolation.classPath",
            "plugins cannot be isolated: the class " + type.getName() + " lies in no file of its own; give Isolation.classPath"));
  }
}
