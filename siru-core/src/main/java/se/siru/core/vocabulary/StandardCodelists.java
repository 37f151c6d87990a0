package se.siru.core.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import se.siru.core.finding.Findings;

/** The code lists that ship with the library, each read from its resource when it is first asked for. Thread-safe. */
final class StandardCodelists {
  private static final ConcurrentHashMap<String, Codelist> READ = new ConcurrentHashMap<>();

  /** The list of thousands of codes, which lie in a table beside it: as JSON they took longer than all that starts beside. */
  private static final String LONGEST = "regions";

  static final Vocabulary VOCABULARY = new Vocabulary(new TreeMap<>(), ids(), StandardCodelists::list);

  private StandardCodelists() {}

  private static Set<String> ids() {
    try (InputStream in = open("codelists.txt")) {
      return new TreeSet<>(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Codelist list(String id) {
    return READ.computeIfAbsent(id, StandardCodelists::read);
  }

  private static Codelist read(String id) {
    Findings findings = new Findings();
    Vocabulary none = new Vocabulary(new TreeMap<>(), Set.of(), key -> { throw new IllegalStateException(key); });
    try (InputStream in = open(id + ".json")) {
      Codelist list =
          CodelistFormat.read(in, id + ".json", none, findings)
              .orElseThrow(() -> new IllegalStateException("code list of the library: " + findings.list()));
      return id.equals(LONGEST) ? list.plus(CodeTable.read(open(id + ".tsv"))) : list;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(StandardCodelists.class.getResourceAsStream(name), name);
  }
}
