package se.siru.core.finding;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Misuse, failed input or output, or input that was refused; carries a code and, where there are any, the findings. */
public final class SiruException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient List<Finding> findings;

  /** A failure without a cause. */
  public SiruException(ErrorCode code, String message) {
    this(code, message, null, List.of());
  }

  /** A failure with its cause. */
  public SiruException(ErrorCode code, String message, @Nullable Throwable cause) {
    this(code, message, cause, List.of());
  }

  /** A file or folder that could not be read or written; {@code action} says what was tried, the rest is worded here. */
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
    super(Objects.requireNonNull(code, "code").id() + " " + message, cause);
    this.code = code;
    this.findings = List.copyOf(findings);
  }

  /** The code. */
  public ErrorCode code() {
    return code;
  }

  /** The findings behind a refusal; empty for other failures and after serialization. */
  public List<Finding> findings() {
    return findings == null ? List.of() : findings;
  }
}
