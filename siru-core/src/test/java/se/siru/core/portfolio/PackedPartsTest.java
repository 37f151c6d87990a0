package se.siru.core.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import se.siru.core.finding.Findings;
import se.siru.core.model.Activity;
import se.siru.core.model.Field;
import se.siru.core.model.Participation;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.RecordType;
import se.siru.core.model.Stakeholder;

/** Whether parts wait packed or as arrays, and how many there are, must not show. */
class PackedPartsTest {
  private static final Batch.Provenance SOURCE = Batch.Provenance.of("p.csv");
  private static final RecordType TYPE = Participation.TYPE;

  /** What the records of a part state, as small numbers that a record is made of; negative ones name records that are not there. */
  @Property(tries = 300)
  void partsAreTheSameHoweverTheyWait(
      @ForAll @Size(max = 5) List<@Size(max = 8) List<@IntRange(min = -2, max = 700) Integer>> parts, @ForAll boolean dangling) {
    List<List<Integer>> stated =
        parts.stream().map(part -> part.stream().map(each -> dangling ? each : Math.abs(each)).toList()).toList();
    List<List<Integer>> whole = List.of(stated.stream().flatMap(List::stream).toList());

    String expected = told(whole, Long.MAX_VALUE);
    assertEquals(expected, told(stated, Long.MAX_VALUE));
    assertEquals(expected, told(stated, 0));
    assertEquals(expected, told(stated, 6));
  }

  private static String told(List<List<Integer>> parts, long packFrom) {
    PortfolioBuilder builder =
        Portfolio.builder()
            .add(ProgrammeNode.TYPE.row("p").with(ProgrammeNode.LEVEL, "operation").build())
            .add(Stakeholder.TYPE.row("s0").build())
            .add(Stakeholder.TYPE.row("s1").build())
            .add(Stakeholder.TYPE.row("s2").build())
            .add(Activity.TYPE.row("a0").build())
            .add(Activity.TYPE.row("a1").build());
    builder.packFrom(packFrom);
    List<PortfolioBuilder.Appender> made = new ArrayList<>();
    long row = 1;
    for (List<Integer> part : parts) {
      PortfolioBuilder.Appender into = builder.part(TYPE, part.size());
      for (int each : part) {
        row += each % 7 == 0 ? 2 : 1;
        record(into, row, each);
      }
      into.close();
      made.add(into);
    }
    builder.join(TYPE, SOURCE, made);
    Findings findings = new Findings();
    StringBuilder text = new StringBuilder();
    builder.build(findings).ifPresent(portfolio -> tell(portfolio, text));
    findings.list().forEach(finding -> text.append(finding).append(finding.arguments()).append('\n'));
    return text.toString();
  }

  private static void record(PortfolioBuilder.Appender into, long row, int each) {
    into.begin(row);
    into.reference(field(Participation.ACTIVITY), each < 0 ? "missing" + each : "a" + each % 2);
    for (int i = 0; i < Math.abs(each) % 4; i++) {
      into.reference(field(Participation.ORGANISATIONS), each == -2 ? "nobody" + i : "s" + (each + i) % 3);
    }
    if (each % 3 != 0) {
      into.number(field(Participation.HEADS), 1L + Math.abs(each) * (each % 5 == 0 ? 1_000L : 1L));
    }
    if (each % 4 != 0) {
      into.day(field(Participation.DATE), 18_000 + each);
    }
    into.commit();
  }

  private static int field(Field<?> field) {
    return TYPE.fields().indexOf(field);
  }

  private static void tell(Portfolio portfolio, StringBuilder text) {
    for (Batch batch : portfolio.table(TYPE.name()).batches()) {
      text.append(batch.provenance()).append('\n');
      for (int row = 0; row < batch.size(); row++) {
        text.append(batch.lineage(row));
        for (Field<?> field : TYPE.fields()) {
          text.append('|').append(portfolio.table(TYPE.name()).row(batch, row).get(field));
        }
        text.append('\n');
      }
    }
  }
}
