package se.siru.core.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import se.siru.core.identity.KnownOrganisation;
import se.siru.core.identity.Register;
import se.siru.core.identity.Suggestion;
import se.siru.core.identity.Suggestions;
import se.siru.core.lexical.FormulaGuard;

/** What an import could not decide: texts without an organisation, and organisations of the register that may be one. */
final class Unresolved {
  /** Nothing to ask. */
  static final Unresolved NOTHING = new Unresolved();

  private static final int MOST_SUGGESTIONS = 3;
  private static final int LEAST_OF_DUPLICATES = 80;
  private static final Comparator<Question> MOST_FREQUENT =
      Comparator.comparingLong(Question::times).reversed().thenComparing(question -> question.text);

  private final List<Open> open = new ArrayList<>();
  private final List<Pair> pairs = new ArrayList<>();

  /** A text and what it may mean. */
  record Open(Question question, List<Suggestion> suggestions) {}

  /** Two organisations that may be one. */
  record Pair(KnownOrganisation one, Suggestion other) {}

  private Unresolved() {}

  /** Looks for suggestions; decides nothing. */
  static Unresolved of(Organisations organisations, IdentityAnswers answers) {
    Unresolved made = new Unresolved();
    Register register = organisations.register();
    Suggestions suggestions = new Suggestions(register);
    organisations.questions().stream().sorted(MOST_FREQUENT).forEach(question -> made.open.add(
        new Open(question, suggestions.of(question.description(), question.candidates, MOST_SUGGESTIONS))));
    for (KnownOrganisation one : register.organisations().values()) {
      for (Suggestion other : suggestions.like(one, MOST_SUGGESTIONS)) {
        boolean first = one.id().compareTo(other.id()) < 0;
        if (first && other.score() >= LEAST_OF_DUPLICATES && isNearDuplicate(other) && !answers.areLinked(one.id(), other.id())) {
          made.pairs.add(new Pair(one, other));
        }
      }
    }
    made.pairs.sort(Comparator.comparingInt((Pair pair) -> pair.other().score()).reversed()
        .thenComparing(pair -> pair.one().id()).thenComparing(pair -> pair.other().id()));
    return made;
  }

  private static boolean isNearDuplicate(Suggestion other) {
    return other.why() == Suggestion.Why.NUMBER || other.why() == Suggestion.Why.SAME_NAME
        || other.why() == Suggestion.Why.SPELLING;
  }

  /** Texts, most frequent first. */
  List<Open> open() {
    return open;
  }

  /** Pairs, the most alike first. */
  List<Pair> pairs() {
    return pairs;
  }

  /** Writes {@code unresolved.csv}, where there is anything to ask. */
  void questions(Path file) throws IOException {
    if (open.isEmpty()) {
      return;
    }
    List<String> header = new ArrayList<>(
        List.of(UnresolvedFile.TEXT, UnresolvedFile.ID, UnresolvedFile.KIND, "times", "first-day", "last-day", "places"));
    for (int i = 1; i <= MOST_SUGGESTIONS; i++) {
      header.addAll(List.of("id-" + i, "name-" + i, "why-" + i, "score-" + i));
    }
    try (CsvOutput out = CsvOutput.forSpreadsheets(file)) {
      out.row(header);
      for (Open one : open) {
        Question question = one.question();
        List<String> cells = new ArrayList<>(List.of(question.text, "", "", Long.toString(question.times()),
            question.firstDay(), question.lastDay(), question.places()));
        for (Suggestion suggestion : one.suggestions()) {
          cells.addAll(cells(suggestion));
        }
        while (cells.size() < header.size()) {
          cells.add("");
        }
        out.row(cells.stream().map(FormulaGuard::guard).toList());
      }
    }
  }

  /** Writes {@code near-duplicates.csv}, where there are any. */
  void nearDuplicates(Path file) throws IOException {
    if (pairs.isEmpty()) {
      return;
    }
    try (CsvOutput out = CsvOutput.forSpreadsheets(file)) {
      out.row(List.of("id", "name", "other-id", "other-name", "why", "score"));
      for (Pair pair : pairs) {
        List<String> cells = new ArrayList<>(List.of(pair.one().id(), pair.one().shown()));
        cells.addAll(cells(pair.other()));
        out.row(cells.stream().map(FormulaGuard::guard).toList());
      }
    }
  }

  private static List<String> cells(Suggestion suggestion) {
    return List.of(suggestion.id(), suggestion.name(), suggestion.why().code(), Integer.toString(suggestion.score()));
  }
}
