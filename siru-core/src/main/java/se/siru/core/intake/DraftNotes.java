package se.siru.core.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.siru.core.identifier.PersonalText;
import se.siru.core.json.JsonWriter;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.Schema;
import se.siru.core.vocabulary.Code;

/** Tells what was guessed about a table, and why. Values of columns that look personal are not told. */
final class DraftNotes {
  private static final int MOST_VALUES = 5;
  private static final int MOST_OTHERS = 3;
  private static final int MOST_CODES = 12;
  private static final double CLOSE = 0.3;
  private static final double MOSTLY = 0.5;
  private static final int PERCENT = 100;

  private final RawTable raw;
  private final @Nullable FoundTable table;
  private final List<TypeGuess> guesses;
  private final boolean forced;
  private final boolean mapped;
  private final @Nullable ColumnNames names;
  private final Schema schema;
  private final @Nullable DraftSource source;

  DraftNotes(FoundTable table, List<TypeGuess> guesses, boolean forced, boolean mapped, ColumnNames names, Schema schema,
      DraftSource source) {
    this.raw = table.raw;
    this.table = table;
    this.guesses = guesses;
    this.forced = forced;
    this.mapped = mapped;
    this.names = names;
    this.schema = schema;
    this.source = source;
  }

  private DraftNotes(RawTable raw) {
    this.raw = raw;
    this.table = null;
    this.guesses = List.of();
    this.forced = false;
    this.mapped = false;
    this.names = null;
    this.schema = Schema.standard();
    this.source = null;
  }

  /** Of rows among which no header was found. */
  static DraftNotes ofNoTable(RawTable raw) {
    return new DraftNotes(raw);
  }

  boolean isMapped() {
    return mapped;
  }

  void write(String language, StringBuilder text) {
    new Page(language, text).write();
  }

  /** The notes in one language. */
  private final class Page {
    private final boolean swedish;
    private final StringBuilder text;

    Page(String language, StringBuilder text) {
      this.swedish = language.startsWith("sv");
      this.text = text;
    }

    private String say(String inSwedish, String inEnglish) {
      return swedish ? inSwedish : inEnglish;
    }

    void write() {
      text.append(text.isEmpty() ? "" : "\n").append("## ").append(plain(raw.name())).append("\n\n");
      FoundTable found = table;
      if (found == null || source == null || names == null) {
        text.append(say("Ingen rad ser ut som en rubrikrad.\n", "No row looks like a header.\n"));
        return;
      }
      TypeGuess best = guesses.get(0);
      introduce(found, best);
      text.append(say("\n| kolumn | blir | säkerhet | varför | annars |\n", "\n| column | becomes | sure | why | else |\n"));
      text.append("|---|---|---|---|---|\n");
      for (ColumnProfile column : found.columns) {
        column(found, best, column);
      }
      remaining(found, best, source);
    }

    private void introduce(FoundTable found, TypeGuess best) {
      if (!mapped) {
        text.append(say("Ingen kolumn kändes igen säkert; tabellen är inte med i mappningen.",
            "No column was recognised for sure; the table is not in the mapping."));
        text.append('\n');
      }
      text.append(say("Varje rad är en post av typen ", "Each row is a record of the type "));
      text.append(best.type.name()).append(forced ? say(" (angiven)", " (stated)") : "").append(". ");
      text.append(raw.named() ? "" : say("Rubrikrad: ", "Header row: ") + found.headerRow + ". ");
      text.append(raw.complete() ? "" : say("Bara de första ", "Only the first ") + TableSampler.MOST_ROWS
          + say(" raderna är undersökta. ", " rows were looked at. "));
      if (found.totalsColumn != null) {
        text.append(say("Summarader hoppas över. ", "Rows of totals are skipped. "));
      }
      if (found.firstRow > 0) {
        text.append(say("Raden under rubrikraden har enheter eller underrubriker och hoppas över. ",
            "The row below the header has units or a second header and is skipped. "));
      }
      if (guesses.size() > 1 && best.score() - guesses.get(1).score() < CLOSE) {
        text.append(say("**Osäkert**: det kan också vara ", "**Unsure**: it may also be "));
        text.append(guesses.get(1).type.name()).append(say(" (ange --type). ", " (state --type). "));
      }
      text.append('\n');
    }

    private void column(FoundTable found, TypeGuess best, ColumnProfile column) {
      Optional<ColumnMatch> taken = best.taken.stream().filter(match -> match.column() == column).findFirst();
      List<ColumnMatch> likely = best.likely.stream().filter(match -> match.column() == column).toList();
      String others = likely.stream().map(ColumnMatch::target).distinct().limit(MOST_OTHERS).collect(Collectors.joining(", "));
      String becomes = "–";
      String sure = "–";
      String why;
      if (taken.isPresent()) {
        becomes = taken.get().target();
        sure = Math.round(taken.get().score() * PERCENT) + " %";
        why = reason(taken.get());
      } else if (best.persons.contains(column)) {
        becomes = isKey(best, column) ? say("pseudonym (person)", "pseudonym (person)") : say("personuppgift", "personal");
        why = say("ser ut som personuppgift: ", "looks personal: ") + best.persons.of(column).orElse("");
      } else if (column.filled == 0) {
        why = say("kolumnen är tom", "the column is empty");
      } else if (likely.isEmpty()) {
        why = column.isLongText()
            ? say("fri text, som kan nämna personer; utelämnad", "free text, which may name persons; left out")
            : say("okänd; utelämnad", "not known; left out");
      } else {
        sure = say("osäkert, ", "unsure, ") + Math.round(likely.get(0).score() * PERCENT) + " %";
        why = reason(likely.get(0));
      }
      text.append("| ").append(plain(found.isNamed(column) ? column.name() : found.reference(column)));
      text.append(" | ").append(becomes).append(" | ").append(sure).append(" | ").append(why).append(" | ");
      text.append(others).append(" |\n");
    }

    private boolean isKey(TypeGuess best, ColumnProfile column) {
      return best.takesPersons() && best.persons.keys().stream().anyMatch(key -> key.contains(column));
    }

    private String reason(ColumnMatch match) {
      List<String> reasons = new ArrayList<>();
      reasons.add(match.header() == ColumnNames.SAME ? say("rubriken är känd", "the header is known")
          : match.header() > 0 ? say("rubriken liknar en känd", "the header resembles a known one")
          : say("bara värdena passar", "only the values fit"));
      boolean checked = match.field().kind() != FieldKind.TEXT && match.field().kind() != FieldKind.REFERENCE;
      if (checked) {
        reasons.add(Math.round(match.values() * PERCENT) + say(" % av värdena passar", " % of the values fit"));
      }
      ColumnProfile column = match.column();
      if (match.field().kind() == FieldKind.DATE && column.hasUnclearDays()) {
        reasons.add(say("dag och månad kan förväxlas", "day and month may be taken for each other"));
      }
      boolean number = match.field().kind().isNumber();
      if (number && column.hasUnclearNumbers()) {
        reasons.add(say("talen är skrivna på sätt som kan läsas olika",
            "numbers are written in ways that can be read differently"));
      }
      if (number && names != null && names.scale(column.name()).isEmpty()) {
        reasons.add(say("enheten i rubriken är okänd", "the unit in the header is not known"));
      }
      if (number && column.percent() > 0) {
        reasons.add(say("en del är procent", "some are percentages"));
      }
      if (match.field().kind() == FieldKind.CODE && match.values() >= MOSTLY && match.values() < 1) {
        List<String> others = new ValueFit(schema, names == null ? ColumnNames.of(schema) : names)
            .codes(column, match.field()).others();
        reasons.add(say("inga koder: ", "no codes: ") + others.stream().limit(MOST_VALUES)
            .map(this::plain).collect(Collectors.joining(", ")) + (others.size() > MOST_VALUES ? " …" : ""));
      }
      return String.join("; ", reasons);
    }

    private void remaining(FoundTable found, TypeGuess best, DraftSource draft) {
      if (!best.lacking.isEmpty()) {
        text.append(say("\nMåste anges innan importen:\n\n", "\nTo be stated before the import:\n\n"));
        for (Field<?> field : best.lacking) {
          text.append("- `").append(field.name()).append("`: ").append(field.doc().in(swedish ? "sv" : "en"));
          text.append(codes(field)).append('\n');
        }
      }
      Set<ColumnProfile> met = new HashSet<>();
      List<ColumnMatch> open = best.likely.stream().filter(match -> met.add(match.column())).toList(); // the best of each
      if (!open.isEmpty()) {
        text.append(say("\nOsäkra kolumner är utelämnade. Stämmer det, lägg till under `fields`:\n\n",
            "\nUnsure columns are left out. Where it is right, add under `fields`:\n\n"));
        for (ColumnMatch match : open) {
          text.append("- ").append(match.field().type()).append(": `\"").append(match.field().name()).append("\": ");
          text.append(JsonWriter.text(draft.value(match))).append("`");
          if (match.via() == null && match.field().kind() == FieldKind.REFERENCE) {
            text.append(say(", och före den posten `", ", and before that record `"));
            text.append(JsonWriter.text(draft.named(match))).append('`');
          }
          boolean twoWays = match.field().kind() == FieldKind.DATE && match.column().hasUnclearDays();
          text.append(twoWays
              ? say(", eller med dag och månad i omvänd ordning", ", or with the other order of day and month")
              : "");
          text.append('\n');
        }
      }
      if (best.takesPersons()) {
        text.append(say("\nPersoner blir pseudonymer; importen behöver en nyckel (--pseudonym-key-file).\n",
            "\nPersons become pseudonyms; the import needs a key (--pseudonym-key-file).\n"));
      }
    }

    private String codes(Field<?> field) {
      if (field.kind() != FieldKind.CODE) {
        return "";
      }
      return say(" Koder: ", " Codes: ") + schema.codelist(field).codes().stream()
          .limit(MOST_CODES).map(Code::code).collect(Collectors.joining(", "));
    }

    /** A text of the file without what looks personal, and without what Markdown takes for its own. */
    private String plain(String from) {
      return PersonalText.mask(from, kind -> {}).replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").replaceAll("([|`*_<\\[\\\\])", "\\\\$1");
    }
  }
}
