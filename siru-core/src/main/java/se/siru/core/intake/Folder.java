package se.siru.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Rule;
import se.siru.core.finding.SiruException;
import se.siru.core.portfolio.DefinitionFile;

/** A folder that nothing is read outside of. */
final class Folder {
  private final Path root;

  private Folder(Path root) {
    this.root = root;
  }

  /**
   * A folder.
   *
   * @throws SiruException with {@link ErrorCode#UNREADABLE} where it is none, or where what is in it may not be seen
   */
  static Folder of(Path root) {
    try {
      if (Files.isDirectory(root) && !(Files.isReadable(root) && Files.isExecutable(root))) {
        throw new AccessDeniedException(root.toString());
      }
      return new Folder(root.toRealPath());
    } catch (IOException e) {
      throw SiruException.unreadable(root, e);
    }
  }

  static SiruException unreadable(String what, IOException cause) {
    return SiruException.of(ErrorCode.UNREADABLE, "cannot read " + what, cause);
  }

  /**
   * The file at a relative path with slashes; empty, and the rule that is broken handed over, where the path leads outside or to
   * nothing.
   */
  Optional<Path> file(String path, Consumer<Rule> broken) {
    if (!staysInside(path)) {
      broken.accept(FolderRules.PATH_OUTSIDE);
      return Optional.empty();
    }
    try {
      Path file = root.resolve(path);
      if (!Files.isRegularFile(file)) {
        broken.accept(FolderRules.FILE_MISSING);
        return Optional.empty();
      }
      if (!file.toRealPath().startsWith(root)) { // a link
        broken.accept(FolderRules.PATH_OUTSIDE);
        return Optional.empty();
      }
      return Optional.of(file);
    } catch (InvalidPathException e) {
      broken.accept(FolderRules.PATH_OUTSIDE);
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** True where there is anything of a name right in the folder, be it a link that leads nowhere. */
  boolean has(String name) {
    return Files.exists(root.resolve(name), LinkOption.NOFOLLOW_LINKS);
  }

  /** True for a relative path of plain names, the same on every system. */
  static boolean staysInside(String path) {
    if (path.isEmpty() || path.indexOf('\\') >= 0 || path.indexOf(':') >= 0 || path.indexOf('\0') >= 0) {
      return false;
    }
    for (String name : path.split("/", -1)) {
      if (name.isEmpty() || name.equals(".") || name.equals("..")) {
        return false;
      }
    }
    return true;
  }

  /** The names of the CSV files right in the folder, sorted. */
  List<String> csvFiles() {
    try (Stream<Path> files = Files.list(root)) {
      return files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".csv"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw SiruException.unreadable(root, e);
    }
  }

  /** The paths of the files of definitions: {@code definitions.json}, and what lies right in {@code definitions}; sorted. */
  List<String> definitionFiles() {
    Path several = root.resolve(DefinitionFile.FOLDER);
    List<String> paths = new ArrayList<>();
    if (Files.isRegularFile(root.resolve(DefinitionFile.NAME))) {
      paths.add(DefinitionFile.NAME);
    }
    if (!Files.isDirectory(several)) {
      return paths;
    }
    try (Stream<Path> files = Files.list(several)) {
      files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .map(name -> DefinitionFile.FOLDER + "/" + name)
          .filter(DefinitionFile::isOne)
          .sorted()
          .forEach(paths::add);
      return paths;
    } catch (IOException e) {
      throw SiruException.unreadable(several, e);
    }
  }

  /** The SHA-256 of a file's content in hexadecimal. */
  static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = sha256();
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }
}
