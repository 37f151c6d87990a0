package se.siru.core.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What tells one thing of a source from another, so that none is counted twice: a line of a time sheet that is in two exports, a
 * meeting that two advisers wrote down. It is compared and then forgotten; columns that only it reads are shown nowhere.
 */
record RowKey(List<From> parts) {
  /** The key of a row; null where one of its parts is missing. */
  @Nullable String of(From.Scope scope) {
    List<String> key = new ArrayList<>();
    for (From part : parts) {
      String text = IdentityRule.ALL.key(part.text(scope));
      if (text.isEmpty()) {
        return null;
      }
      key.add(text.length() + ":" + text);
    }
    return String.join("", key);
  }

  void columns(Set<String> into) {
    parts.forEach(part -> part.columns(into));
  }

  /** What findings call it. */
  String label() {
    return new From.Compose(parts, "").label();
  }
}
