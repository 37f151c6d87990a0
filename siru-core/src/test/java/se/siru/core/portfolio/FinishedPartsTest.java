package se.siru.core.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Severity;
import se.siru.core.finding.SiruException;
import se.siru.core.model.Activity;
import se.siru.core.model.Field;
import se.siru.core.model.Participation;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.RecordType;
import se.siru.core.model.Row;
import se.siru.core.model.Stakeholder;

/** Whether facts are finished where they are read or when the portfolio is built, and in how many parts, must not show. */
class FinishedPartsTest {
  private static final Batch.Provenance SOURCE = Batch.Provenance.of("p.csv");
  private static final RecordType TYPE = Participation.TYPE;

  /** What the records of a part state, as small numbers that a record is made of; negative ones name records that are not there. */
  @Property(tries = 300)
  void partsAreTheSameWhereverTheyAreFinished(
      @ForAll @Size(max = 5) List<@Size(max = 8) List<@IntRange(min = -2, max = 700) Integer>> parts, @ForAll boolean dangling) {
    List<List<Integer>> stated =
        parts.stream().map(part -> part.stream().map(each -> dangling ? each : Math.abs(each)).toList()).toList();
    List<List<Integer>> whole = List.of(stated.stream().flatMap(List::stream).toList());

    String expected = told(whole, entities());
    assertEquals(expected, told(stated, entities()));
    assertEquals(expected, told(whole, entities().entitiesComplete()));
    assertEquals(expected, told(stated, entities().entitiesComplete()));
  }

  @Test
  void aPackedPartLetsGoOfTheArraysInWhichItWasFilled() {
    List<WeakReference<int[]>> rows = new ArrayList<>();
    BatchBuilder part = packed(rows);
    for (int i = 0; i < 100 && rows.get(0).get() != null; i++) {
      System.gc();
    }
    assertNull(rows.get(0).get());
    assertEquals(0, part.size());
  }

  /** In a method of its own, so that no variable here holds the room. */
  private static BatchBuilder packed(List<WeakReference<int[]>> rows) {
    PartRoom room = PartRoom.of(TYPE, 1 << 10);
    rows.add(new WeakReference<>(room.sourceRows()));
    BatchBuilder part = new BatchBuilder(TYPE, SOURCE, target -> new IdDictionary(null), room, null);
    part.close();
    part.pack();
    return part;
  }

  /** Parts that are released lie one after the other in the same arrays, of which nothing of the part before may be left. */
  @Property(tries = 200)
  void whatIsReleasedInPartsIsWhatWouldBeKept(
      @ForAll @Size(max = 5) List<@Size(max = 8) List<@IntRange(max = 700) Integer>> parts) {
    StringBuilder kept = new StringBuilder();
    added(parts, entities().entitiesComplete()).build().table(TYPE.name()).batches().forEach(batch -> cells(batch, kept));
    StringBuilder released = new StringBuilder();
    List<Batch> gone = new ArrayList<>();
    PortfolioBuilder builder =
        entities()
            .entitiesComplete()
            .release(
                TYPE,
                batch -> {
                  cells(batch, released);
                  gone.add(batch);
                });
    added(parts, builder).build();
    assertEquals(kept.toString(), released.toString());
    for (Batch batch : gone) {
      SiruException refusal = assertThrows(SiruException.class, () -> batch.column(Participation.HEADS.name()));
      assertEquals(ErrorCode.MISUSE, refusal.code());
    }
  }

  private static void cells(Batch batch, StringBuilder text) {
    for (int row = 0; row < batch.size(); row++) {
      text.append(batch.origin(row).row());
      for (Field<?> field : TYPE.fields()) {
        text.append('|');
        cell(batch.column(field.name()), row, text);
      }
      text.append('\n');
    }
  }

  private static void cell(Column column, int row, StringBuilder text) {
    if (column instanceof Column.Ints ints) {
      for (int i = 0; i < ints.count(row); i++) {
        text.append(ints.element(row, i)).append(';');
      }
    } else if (column instanceof Column.Longs longs) {
      text.append(longs.value(row));
    } else if (column instanceof Column.Days days) {
      text.append(days.value(row));
    } else {
      text.append(((Column.Texts) column).get(row));
    }
  }

  @Test
  void factsOfTheHostAreFinishedTheSameWay() {
    Row good = Participation.TYPE.row().with(Participation.ACTIVITY, "a0").build();
    Row dangling = Participation.TYPE.row().with(Participation.ACTIVITY, "a7").build();
    String expected = told(entities().add(good).add(dangling));
    assertTrue(expected.contains("a7"), expected);
    assertEquals(expected, told(entities().entitiesComplete().add(good).add(dangling)));
    assertEquals(expected, told(entities().build().toBuilder().add(good).add(dangling)));
    assertEquals(told(entities().add(good)), told(entities().entitiesComplete().add(good)));
  }

  @Test
  void whatIsWrongWithEntitiesAndFactsIsToldTogether() {
    PortfolioBuilder builder = entities().add(Activity.TYPE.row("a2").with(Activity.NODE, "q").build()).entitiesComplete();
    String told = told(builder.add(Participation.TYPE.row().with(Participation.ACTIVITY, "a7").build()));
    assertTrue(told.contains("=q") && told.contains("=a7"), told);
  }

  @Test
  void ofFindingsBeyondThoseThatAreKeptTheNumberIsTheSame() {
    List<List<Integer>> parts = List.of(Collections.nCopies(900, -1), Collections.nCopies(2_500, -2), Collections.nCopies(700, -1));
    for (PortfolioBuilder builder : List.of(entities(), entities().entitiesComplete())) {
      Findings findings = new Findings();
      added(parts, builder).build(findings);
      assertEquals(2 * (900 + 700) + 3 * 2_500, findings.count(Severity.ERROR));
      assertEquals(Findings.MOST_PER_SEVERITY, findings.list().size());
    }
  }

  @Test
  void completeEntitiesStayAsTheyAre() {
    PortfolioBuilder complete = entities().entitiesComplete();
    for (Executable more :
        List.<Executable>of(
            () -> complete.add(Stakeholder.TYPE.row("s3").build()),
            () -> complete.identity(new IdentityLink("s0", "s1", IdentityLink.Kind.ALIAS, null)),
            complete::entitiesComplete,
            () -> entities().add(Participation.TYPE.row().with(Participation.ACTIVITY, "a0").build()).entitiesComplete(),
            () -> entities().build().toBuilder().entitiesComplete())) {
      assertEquals(ErrorCode.MISUSE, assertThrows(SiruException.class, more).code());
    }
  }

  @Test
  void aPartThatWasBegunBeforeAnybodyTookTheRecordsIsRefused() {
    PortfolioBuilder builder = entities().entitiesComplete();
    BatchAppender early = builder.part(TYPE, 1);
    builder.release(TYPE, batch -> {});
    early.close();
    assertEquals(ErrorCode.MISUSE, assertThrows(SiruException.class, () -> builder.join(TYPE, SOURCE, List.of(early))).code());
  }

  private static PortfolioBuilder entities() {
    return Portfolio.builder()
        .add(ProgrammeNode.TYPE.row("p").with(ProgrammeNode.LEVEL, "operation").build())
        .add(Stakeholder.TYPE.row("s0").build())
        .add(Stakeholder.TYPE.row("s1").build())
        .add(Stakeholder.TYPE.row("s2").build())
        .add(Activity.TYPE.row("a0").build())
        .add(Activity.TYPE.row("a1").build());
  }

  private static String told(List<List<Integer>> parts, PortfolioBuilder builder) {
    return told(added(parts, builder));
  }

  private static PortfolioBuilder added(List<List<Integer>> parts, PortfolioBuilder builder) {
    List<BatchAppender> made = new ArrayList<>();
    long row = 1;
    for (List<Integer> part : parts) {
      BatchAppender into = builder.part(TYPE, part.size());
      for (int each : part) {
        row += each % 7 == 0 ? 2 : 1;
        record(into, row, each);
      }
      into.close();
      made.add(into);
    }
    return builder.join(TYPE, SOURCE, made);
  }

  private static String told(PortfolioBuilder builder) {
    Findings findings = new Findings();
    StringBuilder text = new StringBuilder();
    builder.build(findings).ifPresent(portfolio -> tell(portfolio, text));
    findings.list().forEach(finding -> text.append(finding).append(finding.arguments()).append('\n'));
    return text.toString();
  }

  private static void record(BatchAppender into, long row, int each) {
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
