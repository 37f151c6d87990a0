package org.example.frozen;

import java.util.List;
import java.util.Map;
import se.siru.core.export.Exporter;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.TimeRule;
import se.siru.core.intake.RowReader;
import se.siru.core.model.Agreement;
import se.siru.core.model.Condition;
import se.siru.core.model.Field;
import se.siru.core.model.RecordType;
import se.siru.core.pack.PackRenderer;
import se.siru.core.plugin.PluginDescriptor;
import se.siru.core.plugin.SiruPlugin;
import se.siru.core.plugin.Spi;
import se.siru.core.text.LocalizedText;
import se.siru.core.vocabulary.Code;
import se.siru.core.vocabulary.Codelist;

/** One thing of each kind that a plugin can bring. */
public final class FrozenPlugin implements SiruPlugin {
  static final Field<String> COLOUR =
      RecordType.extra("agreement").code("frozen:colour", "frozen:colours").labelled("Färg", "Colour").documented("Färg.", "Colour.").add();

  private static final Codelist COLOURS =
      Codelist.of("frozen:colours", "1", LocalizedText.of("Färger", "Colours"),
          List.of(Code.of("red", LocalizedText.of("Röd", "Red")), Code.of("blue", LocalizedText.of("Blå", "Blue"))));

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of("frozen", "Frozen", "1.0.0", Spi.VERSION);
  }

  @Override
  public List<Indicator> indicators() {
    return List.of(
        over("frozen:red", "FROZEN-RED").where(COLOUR.is("red")).when(TimeRule.inForceAtPeriodEnd()).count().build(),
        over("frozen:written", "FROZEN-WRITTEN")
            .where(Condition.of("a colour of three letters", row -> row.find(COLOUR).map(String::length).orElse(0) == 3))
            .when(TimeRule.during())
            .count()
            .build(),
        over("frozen:letters", "FROZEN-LETTERS").when(TimeRule.during()).aggregate(new Aggregate.Custom(new Letters())).build(),
        over("frozen:colours", "FROZEN-COLOURS")
            .when(TimeRule.during())
            .aggregate(new Aggregate.Function("frozen:colours-used", Map.of("plus", "0"), List.of(COLOUR.path())))
            .build(),
        Indicator.formula("frozen:share")
            .code("FROZEN-SHARE")
            .named("sv", "Andel")
            .named("en", "Share")
            .defined(LocalizedText.of("Andel röda.", "Share of red."))
            .unit("ratio")
            .source("Frozen", Indicator.Evidence.CONFIRMED)
            .expression("[FROZEN-RED] / [FROZEN-WRITTEN]")
            .build());
  }

  private static Measure.Builder over(String id, String code) {
    return Indicator.measure(id)
        .code(code)
        .named("sv", "Avtal")
        .named("en", "Agreements")
        .defined(LocalizedText.of("Avtal.", "Agreements."))
        .unit("agreements")
        .source("Frozen", Indicator.Evidence.CONFIRMED)
        .over(Agreement.TYPE);
  }

  @Override
  public List<IndicatorFunction> functions() {
    return List.of(new ColoursUsed());
  }

  @Override
  public List<Exporter> formats() {
    return List.of(new LineExporter());
  }

  @Override
  public List<PackRenderer> packFormats() {
    return List.of(new OutlineRenderer());
  }

  @Override
  public List<RowReader> readers() {
    return List.of(new BarReader());
  }

  @Override
  public List<Codelist> codelists() {
    return List.of(COLOURS);
  }

  @Override
  public List<Field<?>> fields() {
    return List.of(COLOUR);
  }
}
