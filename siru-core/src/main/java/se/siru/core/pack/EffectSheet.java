package se.siru.core.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.evaluation.RecordsBehind;
import se.siru.core.model.Effect;
import se.siru.core.model.Field;
import se.siru.core.model.Row;
import se.siru.core.portfolio.SourcedRow;
import se.siru.core.vocabulary.Code;

/** Effects in the words of those who judged them, where they agreed to be quoted. */
final class EffectSheet {
  private final Setting setting;
  private final Wording words;

  EffectSheet(Setting setting) {
    this.setting = setting;
    this.words = setting.words();
  }

  PackSheet sheet() {
    List<List<PackItem>> rows = new ArrayList<>();
    int silent = 0;
    LocalDate end = Objects.requireNonNull(setting.soFar().until());
    List<SourcedRow> effects =
        SourcedRow.of(setting.portfolio(), Effect.TYPE)
            .filter(effect -> effect.row().find(Effect.DATE).map(day -> day.isBefore(end)).orElse(true))
            .sorted(Comparator.comparing(
                effect -> effect.row().find(Effect.DATE).orElse(LocalDate.MIN), Comparator.reverseOrder()))
            .toList();
    for (SourcedRow effect : effects) {
      if ("yes".equals(effect.row().get(Effect.CONSENT))) {
        rows.add(row(effect));
      } else {
        silent++;
      }
    }
    List<PackTable.Column> columns =
        List.of(
            PackTable.Column.text(words.say("Påstående", "Claim")),
            PackTable.Column.text(words.say("Grad", "Degree")),
            PackTable.Column.text(words.say("Bedömare", "Judge")),
            PackTable.Column.text(words.say("Metod", "Method")),
            PackTable.Column.text(words.say("Datum", "Date")),
            PackTable.Column.text(words.say("Källa", "Source")));
    List<String> notes = new ArrayList<>();
    if (!setting.portfolio().holds(Effect.TYPE)) {
      notes.add(words.say("Portföljen har inga effekter.", "The portfolio holds no effects."));
    }
    if (silent > 0) {
      notes.add(
          words.say(
              "Effekter som inte citeras, eftersom samtycke saknas: " + silent + ".",
              "Effects that are not quoted, since consent is missing: " + silent + "."));
    }
    String name = words.say("Effekter", "Effects");
    String heading = words.say("Citerade effekter", "Quoted effects");
    List<PackTable> tables = new ArrayList<>();
    if (setting.portfolio().holds(Effect.TYPE)) {
      FigureTables figures = new FigureTables(setting, name);
      tables.add(figures.by("SI-R01", "degree", words.say("Effekter per grad", "Effects by degree"),
          words.say("Bara effekter vars grad någon har bedömt.", "Only effects whose degree somebody has judged.")));
      tables.add(figures.by("SI-R02", "judge", words.say("Effekter per bedömare", "Effects by judge"),
          words.say("Alla effekter, också de som inte citeras.", "All effects, also those that are not quoted.")));
    }
    tables.add(new PackTable(heading, notes, columns, rows));
    return new PackSheet(name, tables);
  }

  private List<PackItem> row(SourcedRow effect) {
    Row row = effect.row();
    return List.of(
        Wording.text(String.valueOf(row.get(Effect.CLAIM))),
        label(Effect.DEGREE, row.get(Effect.DEGREE)),
        label(Effect.JUDGE, row.get(Effect.JUDGE)),
        row.get(Effect.METHOD) == null ? Wording.text("") : label(Effect.METHOD, row.get(Effect.METHOD)),
        row.find(Effect.DATE).<PackItem>map(PackItem.Day::new).orElse(Wording.text("")),
        Wording.text(RecordsBehind.sources(List.of(effect.lineage()), 1)));
  }

  private PackItem label(Field<String> field, @Nullable String code) {
    return code == null
        ? new PackItem.Absent(words.missing())
        : Wording.text(
            setting.portfolio().schema().codelist(field).find(code).map(Code::label).map(words::in).orElse(code));
  }
}
