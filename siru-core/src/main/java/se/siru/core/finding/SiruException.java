package se.siru.core.finding;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.stability.Stable;
import se.siru.core.text.Excerpt;
import se.siru.core.text.LocalizedText;

/**
 * Misuse, failed input or output, or input that was refused; carries a code and, where there are any, the findings. A message is
 * shortened as {@link Excerpt} says.
 */
@Stable(since = "0.1.0")
public final class SiruException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient List<Finding> findings;
  private final transient @Nullable LocalizedText text;

  /** A failure without a cause. */
  public SiruException(ErrorCode code, String message) {
    this(code, message, null, List.of());
  }

  /** A failure that is told in several languages; its {@link #getMessage} is the English one. */
  public SiruException(ErrorCode code, LocalizedText message) {
    super(message(code, message.in("en")));
    this.code = code;
    this.findings = List.of();
    this.text = shortened(message);
  }

  /**
   * A failure of many things at once, each told on a line of its own in Swedish and English and shortened on its own, so that none is
   * cut off by those before it.
   */
  public SiruException(ErrorCode code, List<LocalizedText> lines) {
    this(code, lines, List.of());
  }

  /** As {@link #SiruException(ErrorCode, List)}, with findings that say the same in a form that programs can read. */
  public SiruException(ErrorCode code, List<LocalizedText> lines, List<Finding> findings) {
    super(code.id() + " " + lines(lines, "en"));
    this.code = code;
    this.findings = List.copyOf(findings);
    this.text = LocalizedText.of(lines(lines, "sv"), lines(lines, "en"));
  }

  private static String lines(List<LocalizedText> lines, String language) {
    return String.join("\n", lines.stream().map(line -> Excerpt.of(line.in(language), Excerpt.OF_MESSAGE)).toList());
  }

  /** A failure with its cause. */
  public SiruException(ErrorCode code, String message, @Nullable Throwable cause) {
    this(code, message, cause, List.of());
  }

  /** A file or folder that could not be read. */
  public static SiruException unreadable(Path path, IOException failure) {
    return ofFile(ErrorCode.UNREADABLE, "cannot read ", path, failure);
  }

  /** An input that could not be read; which, only the failure may know. */
  public static SiruException unreadable(IOException failure) {
    return of(ErrorCode.UNREADABLE, "cannot read " + named(failure, "the input"), failure);
  }

  /** A file or folder that could not be written. */
  public static SiruException unwritable(Path path, IOException failure) {
    return ofFile(ErrorCode.UNWRITABLE, "cannot write ", path, failure);
  }

  /** An output that could not be written; which, only the failure may know. */
  public static SiruException unwritable(IOException failure) {
    return of(ErrorCode.UNWRITABLE, "cannot write " + named(failure, "the output"), failure);
  }

  private static SiruException ofFile(ErrorCode code, String action, Path path, IOException failure) {
    return Files.isDirectory(path) && !(failure instanceof FileSystemException)
        ? new SiruException(code, action + path + ": it is a folder", failure)
        : of(code, action + named(failure, path.toString()), failure);
  }

  /** Where the failure names a file, such as one below a folder, that is the one to look at. */
  private static String named(IOException failure, String otherwise) {
    String file = failure instanceof FileSystemException ? ((FileSystemException) failure).getFile() : null;
    return file == null ? otherwise : file;
  }

  /** A source or target that could not be read or written; {@code action} says what was tried, the rest is worded here. */
  public static SiruException of(ErrorCode code, String action, IOException failure) {
    return new SiruException(code, action + ": " + reason(failure), failure);
  }

  /** Why a file could not be used, without the names of Java's classes. */
  private static String reason(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (failure instanceof AccessDeniedException) {
      return "access is denied";
    }
    if (failure instanceof NotDirectoryException) {
      return "it is no folder";
    }
    if (failure instanceof DirectoryNotEmptyException || failure instanceof FileAlreadyExistsException) {
      return "there is something already";
    }
    String reason =
        failure instanceof FileSystemException ? ((FileSystemException) failure).getReason() : failure.getMessage();
    return reason == null || reason.isBlank() ? "input or output failed" : reason;
  }

  /** A refusal with all findings. */
  public SiruException(ErrorCode code, String message, List<Finding> findings) {
    this(code, message, null, findings);
  }

  private SiruException(ErrorCode code, String message, @Nullable Throwable cause, List<Finding> findings) {
    super(message(code, message), cause);
    this.code = code;
    this.findings = List.copyOf(findings);
    this.text = null;
  }

  private static String message(ErrorCode code, String message) {
    return Objects.requireNonNull(code, "code").id() + " " + Excerpt.of(message, Excerpt.OF_MESSAGE);
  }

  private static LocalizedText shortened(LocalizedText message) {
    LocalizedText shortened = LocalizedText.empty();
    for (Map.Entry<String, String> each : message.asMap().entrySet()) {
      shortened = shortened.with(each.getKey(), Excerpt.of(each.getValue(), Excerpt.OF_MESSAGE));
    }
    return shortened;
  }

  /** The code. */
  public ErrorCode code() {
    return code;
  }

  /**
   * The message without the code, by language; in English alone where it is not told in several languages, and after
   * serialization.
   */
  public LocalizedText text() {
    return text != null ? text : LocalizedText.english(getMessage().substring(code.id().length() + 1));
  }

  /** The findings behind a refusal; empty for other failures and after serialization. */
  public List<Finding> findings() {
    return findings == null ? List.of() : findings;
  }
}
