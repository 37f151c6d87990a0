package se.siru.core.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The ids made of texts, by what they identify (a record type or a collected code list), with every spelling met. */
final class Identities {
  private final Map<String, Space> spaces = new TreeMap<>();

  /** One spelling of one text and the id made of it. */
  static final class Spelling {
    final String space;
    final String id;
    final String text;
    final String source;
    final long row;
    long count;

    private Spelling(String space, String id, String text, String source, long row) {
      this.space = space;
      this.id = id;
      this.text = text;
      this.source = source;
      this.row = row;
    }
  }

  private static final class Space {
    final Slugs slugs = new Slugs();
    final Map<String, Spelling> spellings = new LinkedHashMap<>();
    final Map<String, List<String>> byId = new LinkedHashMap<>();
  }

  /** The id of a text; the same for all texts that the rule takes for one. */
  String id(String space, IdentityRule rule, String text, String source, long row) {
    Space known = spaces.computeIfAbsent(space, name -> new Space());
    Spelling spelling = known.spellings.get(text);
    if (spelling == null) {
      spelling = new Spelling(space, known.slugs.of(rule.key(text)), text, source, row);
      known.spellings.put(text, spelling);
      known.byId.computeIfAbsent(spelling.id, id -> new ArrayList<>()).add(text);
    }
    spelling.count++;
    return spelling.id;
  }

  /** The ids of a space in the order met, each with its spellings, the first one met first. */
  Map<String, List<String>> spellingsById(String space) {
    Space known = spaces.get(space);
    return known == null ? Map.of() : known.byId;
  }

  /** All spellings, space by space, in the order met. */
  List<Spelling> all() {
    List<Spelling> all = new ArrayList<>();
    spaces.values().forEach(space -> all.addAll(space.spellings.values()));
    return all;
  }

  /** By space, how many spellings were found to name what another one named already. */
  Map<String, Long> merged() {
    Map<String, Long> merged = new TreeMap<>();
    spaces.forEach((name, space) -> {
      if (space.spellings.size() > space.byId.size()) {
        merged.put(name, (long) (space.spellings.size() - space.byId.size()));
      }
    });
    return merged;
  }
}
