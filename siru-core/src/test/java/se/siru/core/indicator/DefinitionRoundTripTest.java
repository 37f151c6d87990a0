package se.siru.core.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Findings;
import se.siru.core.finding.SiruException;
import se.siru.core.model.Condition;
import se.siru.core.model.Row;
import se.siru.core.model.Schema;
import se.siru.core.model.Support;
import se.siru.core.model.Value;

/** The Java builder and the JSON file are two spellings of one value. */
class DefinitionRoundTripTest {
  private static final DefinitionReader READER = DefinitionReader.over(Schema.standard());

  @Property(tries = 1000)
  void whatIsWrittenIsReadBackToTheSame(@ForAll long seed) {
    Indicator built = new RandomIndicators(seed).indicator();
    String written = DefinitionWriter.text(built);
    Findings findings = new Findings();
    List<Indicator> read = READER.read(written, "test", findings);
    assertEquals(List.of(), findings.list(), written);
    assertEquals(written, DefinitionWriter.text(read.get(0)));
    assertEquals(built.parameters(), read.get(0).parameters());
    assertEquals(built.range(), read.get(0).range());
    assertEquals(built.declaredRange(), read.get(0).declaredRange());
    if (built instanceof Measure) {
      sameParts((Measure) built, (Measure) read.get(0));
    } else {
      assertEquals(built.version(), read.get(0).version());
    }
  }

  /** The parts have an equality of their own, which does not trust the writer. */
  private static void sameParts(Measure built, Measure read) {
    assertEquals(built.over(), read.over());
    assertEquals(built.where(), read.where());
    assertEquals(built.when(), read.when());
    assertEquals(built.grouping(), read.grouping());
    assertEquals(built.aggregate(), read.aggregate());
    assertEquals(built.scope(), read.scope());
    assertEquals(built.dimensions(), read.dimensions());
    assertEquals(built.additive(), read.additive());
    assertEquals(built.notAdditive(), read.notAdditive());
    assertEquals(built.name(), read.name());
    assertEquals(built.definition(), read.definition());
    assertEquals(built.toString() + built.unit() + built.kind() + built.direction() + built.source() + built.evidence(),
        read.toString() + read.unit() + read.kind() + read.direction() + read.source() + read.evidence());
  }

  @Test
  void aFormulaOfTreesIsReadBackToTheSameTree() {
    for (long seed = 0; seed < 200; seed++) {
      Indicator indicator = new RandomIndicators(seed).indicator();
      if (indicator instanceof Formula) {
        Expression tree = ((Formula) indicator).expression();
        assertEquals(tree, ExpressionParser.parse(ExpressionWriter.text(tree)));
      }
    }
  }

  @Test
  void aFileHoldsManyDefinitions() throws IOException {
    List<Indicator> built = List.of(
        Indicator.measure("a:one").over(Support.TYPE).count().build(), Indicator.formula("a:two").expression("1 / [a:one]").build());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DefinitionWriter.write(built, out);
    Findings findings = new Findings();
    List<Indicator> read = READER.read(out.toString(StandardCharsets.UTF_8), "test", findings);
    assertEquals(List.of(), findings.list());
    assertEquals(built.stream().map(DefinitionWriter::text).toList(), read.stream().map(DefinitionWriter::text).toList());
  }

  @Test
  void aConditionAsCodeCannotBeWritten() {
    Measure measure =
        Indicator.measure("a:one").over(Support.TYPE).where(Condition.of("long enough", row -> true).not()).count().build();
    SiruException refused = assertThrows(SiruException.class, () -> DefinitionWriter.text(measure));
    assertEquals(ErrorCode.MISUSE, refused.code());
    assertTrue(refused.getMessage().contains("a:one") && refused.getMessage().contains("long enough"), refused.getMessage());
  }

  @Test
  void anAccumulatorCannotBeWritten() {
    Measure measure =
        Indicator.measure("a:one").over(Support.TYPE).aggregate(new Aggregate.Custom(new Nothing())).build();
    SiruException refused = assertThrows(SiruException.class, () -> DefinitionWriter.text(measure));
    assertEquals(ErrorCode.MISUSE, refused.code());
    assertTrue(refused.getMessage().contains("accumulator"), refused.getMessage());
  }

  private static final class Nothing implements Accumulator<Object> {
    @Override
    public String name() {
      return "nothing";
    }

    @Override
    public Object create() {
      return name();
    }

    @Override
    public void add(Object state, List<? extends Row> rows) {}

    @Override
    public Object merge(Object first, Object second) {
      return first;
    }

    @Override
    public Value finish(Object state) {
      return Value.Quantity.of(0);
    }

    @Override
    public void write(Object state, DataOutput out) {}

    @Override
    public Object read(DataInput in) {
      return create();
    }
  }
}
