package se.siru.core.finding;

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
