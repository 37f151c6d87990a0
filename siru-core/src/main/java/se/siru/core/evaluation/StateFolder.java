package se.siru.core.evaluation;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.portfolio.Batch;

/** States of batches as compressed files, each named by the type and the hash of the batch's records. */
final class StateFolder {
  private static final String SUFFIX = ".siru-state";
  private static final String UNFINISHED = ".part";

  private final Path folder;
  private final Set<Path> used = new HashSet<>();

  StateFolder(Path folder) {
    this.folder = folder;
  }

  private static String of(String type, Batch batch) {
    return type + "-" + batch.contentHash();
  }

  private Path file(String type, Batch batch) {
    return folder.resolve(of(type, batch) + SUFFIX);
  }

  /** The state of a batch; empty where the folder has none, or one of another question or of other entities. */
  Optional<Plans.State> read(StateFormat format, String type, Batch batch) {
    Path file = file(type, batch);
    try (InputStream in = new ByteArrayInputStream(Files.readAllBytes(file));
        InputStream inflated = new InflaterInputStream(in)) {
      byte[] head = inflated.readNBytes(format.head().length);
      if (head.length == format.head().length && !Arrays.equals(head, format.head()) && StateFormat.isState(head)) {
        return Optional.empty();
      }
      byte[] rest = inflated.readAllBytes();
      byte[] all = Arrays.copyOf(head, head.length + rest.length);
      System.arraycopy(rest, 0, all, head.length, rest.length);
      return Optional.of(format.read(all, of(type, batch)));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (ZipException | EOFException damaged) {
      throw new SiruException(ErrorCode.UNREADABLE, file + " is damaged; delete it, and its records are evaluated again", damaged);
    } catch (IOException failed) {
      throw new SiruException(ErrorCode.UNREADABLE, "cannot read " + file, failed);
    }
  }

  /** Writes the state of a batch unless it is there already, whole. Others may write to the same folder. */
  void write(StateFormat format, String type, Batch batch, Plans.State state) {
    Path file = file(type, batch);
    used.add(file);
    byte[] bytes = format.write(state, of(type, batch));
    if (holds(file, bytes)) {
      return;
    }
    Path unfinished = folder.resolve(file.getFileName() + "." + UUID.randomUUID() + UNFINISHED);
    try {
      Files.createDirectories(folder);
      try {
        try (OutputStream out = new DeflaterOutputStream(Files.newOutputStream(unfinished))) {
          out.write(bytes);
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException failed) {
      throw new SiruException(ErrorCode.UNWRITABLE, "cannot write " + file, failed);
    }
  }

  private static boolean holds(Path file, byte[] bytes) {
    try (InputStream inflated = new InflaterInputStream(Files.newInputStream(file))) {
      return Arrays.equals(inflated.readAllBytes(), bytes);
    } catch (IOException notReadable) {
      return false;
    }
  }

  /** Deletes the states of batches that were not written here. */
  void tidy() {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.getFileName().toString().endsWith(SUFFIX) && !used.contains(each)).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException none) {
      return; // nothing was written
    } catch (IOException failed) {
      throw new SiruException(ErrorCode.UNWRITABLE, "cannot tidy up " + folder, failed);
    }
  }
}
