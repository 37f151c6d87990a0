package se.siru.core.plugin;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.containment.Fault;
import se.siru.core.text.Excerpt;
import se.siru.core.text.LocalizedText;

/** Ends the admission of one plugin; carries what its entry of the report says. */
final class PluginRefusal extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 400;

  private final PluginReport.Reason reason;

  PluginRefusal(PluginReport.Reason reason, String message) {
    this(reason, message, null);
  }

  private PluginRefusal(PluginReport.Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /**
   * A refusal because of what a plugin did instead of giving a result.
   *
   * @param contract which versions of the contract are served, and which the plugin was compiled against where that is known
   */
  static PluginRefusal of(Fault fault, String during, String contract) {
    switch (fault.kind()) {
      case THREW:
        return threw(Objects.requireNonNull(fault.getCause(), "cause"), during, contract);
      case TIMED_OUT:
        return new PluginRefusal(PluginReport.Reason.TIMED_OUT, during + " " + fault.message(), fault);
      default:
        return new PluginRefusal(PluginReport.Reason.FAILED, during + " " + fault.message(), fault);
    }
  }

  /** A refusal because of what a plugin threw. */
  private static PluginRefusal threw(Throwable thrown, String during, String contract) {
    Throwable cause = thrown instanceof ExceptionInInitializerError ? thrown.getCause() : null;
    Throwable root = cause == null ? thrown : cause;
    if (root instanceof UnsupportedClassVersionError) {
      return new PluginRefusal(
          PluginReport.Reason.NOT_LINKED,
          during + ": " + describe(root) + "; run on a newer Java, or ask for a build for this one",
          root);
    }
    if (root instanceof LinkageError && !Fault.failedBefore(root)) {
      return new PluginRefusal(
          PluginReport.Reason.NOT_LINKED,
          during + ": " + describe(root)
              + "; the plugin does not fit this host, or a library of the plugin is missing; " + contract,
          root);
    }
    return new PluginRefusal(PluginReport.Reason.FAILED, during + " threw " + describe(root), root);
  }

  PluginReport.Reason reason() {
    return reason;
  }

  String message() {
    return String.valueOf(getMessage());
  }

  /** The message for the report: it concerns the author of the plugin and stays English. */
  LocalizedText text() {
    return LocalizedText.english(message());
  }

  /** Class and message of what was thrown, on one line and not long. */
  static String describe(Throwable thrown) {
    return oneLine(Fault.describe(thrown));
  }

  static String oneLine(@Nullable String text) {
    String clean = text == null ? "" : text.replaceAll("\\p{Cntrl}+", " ").strip();
    return Excerpt.of(clean, LONGEST);
  }
}
