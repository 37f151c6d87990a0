package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Findings;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Provider;
import se.siru.core.intake.PortfolioReader;
import se.siru.core.intake.PortfolioWriter;
import se.siru.core.intake.SmallSegments;
import se.siru.core.intake.UnreadPortfolio;
import se.siru.core.model.Activity;
import se.siru.core.model.Condition;
import se.siru.core.model.Membership;
import se.siru.core.model.Participation;
import se.siru.core.model.Periods;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.RecordType;
import se.siru.core.model.Support;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioCheck;
import se.siru.core.portfolio.SourcedRow;
import se.siru.core.portfolio.WhyKept;

/** Whether records are kept, in which segments they are read, and by how many threads, must not show in results and findings. */
class EvaluationWhileReadingTest {
  private static final List<String> CHOICES =
      List.of(
          "t:rows", "t:attended", "t:women", "t:least", "t:most", "t:median", "t:upper", "t:recent", "t:last", "t:first", "t:organisations",
          "t:activities", "t:by-objective", "t:share", "t:stated", "t:mixture", "t:new", "t:supported", "t:while-it-ran", "t:returned",
          "t:within-operation", "t:mean-hours", "t:members-first", "t:members-of-supported", "t:attended-by-supported", "t:several-sectors", "t:newcomers", "t:at-meetings-of-several", "t:growth", "t:held", "t:value", "t:met");
  private static final Indicator GROWTH = Indicator.formula("t:growth").expression("[t:rows] - previous([t:rows], 1)").build();
  private static final Indicator MET =
      Indicator.measure("t:met").over(Activity.TYPE).where(Condition.whereAny(Participation.ACTIVITY, Participation.STATUS.is("attended"))).count().build();
  /** What is kept and asks for support is evaluated when all support is there, what follows from attendance included. */
  private static final Indicator MEMBERS_OF_SUPPORTED =
      Indicator.measure("t:members-of-supported")
          .over(Membership.TYPE)
          .where(Condition.whereAny(Support.RECIPIENT, Membership.MEMBER.path(), Support.HOURS.isKnown()))
          .count()
          .build();
  private static final Indicator ATTENDED_BY_SUPPORTED =
      Indicator.measure("t:attended-by-supported")
          .over(Participation.TYPE)
          .where(Condition.whereAny(Support.ACTIVITY, Participation.ACTIVITY.path(), Support.KIND.is("non-financial")))
          .count()
          .build();
  private static final Catalogue CATALOGUE =
      Samples.CATALOGUE.with(
          new Provider("test", "1", "test"), List.of(GROWTH, MET, MEMBERS_OF_SUPPORTED, ATTENDED_BY_SUPPORTED), List.of());

  /** A portfolio folder that goes away. */
  private record Folder(Path path) implements AutoCloseable {
    static Folder of(Portfolio portfolio) throws IOException {
      Path path = Files.createTempDirectory("siru-unread").resolve("p");
      PortfolioWriter.of(portfolio).write(path);
      return new Folder(path);
    }

    Path participations() {
      return path.resolve("participations.csv");
    }

    @Override
    public void close() throws IOException {
      try (Stream<Path> all = Files.walk(path.getParent())) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  private static Evaluation asked(Evaluation evaluation, Random random, int threads) {
    Evaluation asked = evaluation.periods(Periods.parse("2021..2023/half,2022,total")).threads(threads);
    for (int i = 0; i <= random.nextInt(5); i++) {
      asked.indicators(CHOICES.get(random.nextInt(CHOICES.size())));
    }
    return random.nextBoolean() ? asked.by("sector,municipality", "county") : random.nextBoolean() ? asked.by("activity-kind") : asked;
  }

  /** Cells and findings, or why there are none. */
  private static String told(Evaluation evaluation) {
    try {
      Results results = evaluation.run();
      return results.cells().map(Cell::toString).toList() + "\n" + results.findings() + results.portfolio().sources();
    } catch (SiruException refused) {
      return refused.code() + " " + refused.getMessage() + refused.findings();
    }
  }

  private static String told(Findings findings) {
    return findings.list() + " " + findings.omitted() + findings.list().stream().map(finding -> finding.arguments()).toList();
  }

  private static boolean isKept(Portfolio portfolio) {
    return portfolio.table(Participation.TYPE.name()).batches().stream().allMatch(batch -> batch.isKept());
  }

  /** All support, with what it says and where it stands. */
  private static List<String> support(Portfolio portfolio) {
    return portfolio.rows(Support.TYPE)
        .map(row -> row + row.type().fields().stream().map(field -> String.valueOf(row.get(field))).toList().toString())
        .toList();
  }

  private static boolean isDerived(Portfolio portfolio) {
    return portfolio.table(Support.TYPE.name()).batches().stream().anyMatch(batch -> batch.isDerived());
  }

  @Property(tries = 150)
  void resultsAreThoseOfRecordsThatAreKept(
      @ForAll long seed,
      @ForAll boolean supporting,
      @ForAll @IntRange(min = 40, max = 2_000) int segment,
      @ForAll @IntRange(min = 1, max = 4) int threads)
      throws IOException {
    Portfolio portfolio = new RandomPortfolio(seed, supporting).portfolio();
    try (Folder folder = Folder.of(portfolio)) {
      PortfolioReader.Result whole = PortfolioReader.standard().read(folder.path);
      UnreadPortfolio unread = SmallSegments.of(segment).open(folder.path);

      String expected = told(asked(Evaluation.of(whole.orThrow(), CATALOGUE), new Random(seed), 1));
      assertEquals(expected, told(asked(Evaluation.of(unread, CATALOGUE), new Random(seed), threads)));
      assertEquals(told(whole.findings()), told(unread.findings()));

      if (expected.startsWith(ErrorCode.UNKNOWN_NAME.name())) {
        return; // the indicators do not have the dimension
      }
      Portfolio again = asked(Evaluation.of(unread, CATALOGUE), new Random(seed), threads).run().portfolio();
      assertEquals(portfolio.table(Participation.TYPE.name()).size(), again.table(Participation.TYPE.name()).size());
      assertEquals(support(whole.orThrow()), support(again));
      Statistics.label("support follows, and no attendance is kept").collect(!isKept(again) && isDerived(again))
          .coverage(checker -> checker.check(true).percentage(percentage -> percentage > 5));
      Statistics.label("kept").collect(isKept(again))
          .coverage(checker -> checker.check(false).percentage(percentage -> percentage > 30));
    }
  }

  @Property(tries = 150)
  void whatIsWrongIsToldAsOfRecordsThatAreKept(
      @ForAll long seed, @ForAll @IntRange(min = 40, max = 500) int segment, @ForAll @IntRange(min = 1, max = 4) int threads)
      throws IOException {
    Random random = new Random(seed);
    try (Folder folder = Folder.of(new RandomPortfolio(seed, false).portfolio())) {
      byte[] bytes = Files.readAllBytes(folder.participations());
      for (int i = random.nextInt(3); i > 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) "\",\n5a-é012340123456789".charAt(random.nextInt(22));
      }
      Files.write(folder.participations(), bytes);
      PortfolioReader.Result whole = PortfolioReader.standard().read(folder.path);
      UnreadPortfolio unread = SmallSegments.of(segment).open(folder.path);

      String actual = told(Evaluation.of(unread, CATALOGUE).indicators("t:rows", "t:organisations").threads(threads));
      assertEquals(told(whole.findings()), told(unread.findings()));
      assertEquals(whole.portfolio().isEmpty(), unread.isRefused());
      String expected =
          whole.portfolio().isEmpty()
              ? told(() -> whole.orThrow())
              : told(Evaluation.of(whole.orThrow(), CATALOGUE).indicators("t:rows", "t:organisations"));
      assertEquals(expected, actual);
      Statistics.label("refused").collect(unread.isRefused())
          .coverage(checker -> checker.check(false).percentage(percentage -> percentage > 20));
    }
  }

  private static String told(Executable refusing) {
    SiruException refused = assertThrows(SiruException.class, refusing);
    return refused.code() + " " + refused.getMessage() + refused.findings();
  }

  @Test
  void recordsThatWereNotKeptAreRefusedToWhoeverAsksForThem() throws IOException {
    try (Folder folder = Folder.of(new RandomPortfolio(7, false).portfolio())) {
      Portfolio kept = PortfolioReader.standard().read(folder.path).orThrow();
      Results results = Evaluation.of(PortfolioReader.standard().open(folder.path), CATALOGUE).indicators("t:rows").run();
      Portfolio released = results.portfolio();

      assertFalse(isKept(released));
      assertEquals(kept.table(Participation.TYPE.name()).size(), released.table(Participation.TYPE.name()).size());
      assertEquals(kept.rows(Activity.TYPE).count(), released.rows(Activity.TYPE).count());
      for (Executable asking :
          List.<Executable>of(
              () -> released.rows(Participation.TYPE),
              () -> released.origin(Participation.TYPE, 0),
              () -> released.table(Participation.TYPE.name()).batches().get(0).column("heads"),
              () -> RecordsBehind.of(results, CATALOGUE, 1).of(results.cell("t:rows", "total")),
              () -> Evaluation.of(released, CATALOGUE).indicators("t:rows").run(),
              () -> PortfolioWriter.of(released).write(folder.path.resolveSibling("copy")))) {
        SiruException refused = assertThrows(SiruException.class, asking);
        assertEquals(ErrorCode.MISUSE, refused.code());
        assertTrue(refused.getMessage().contains("participations.csv"), refused.getMessage());
      }
    }
  }

  @Test
  void recordsThatARuleOrAnotherRecordAsksForAreKept() throws IOException {
    PortfolioCheck any = (portfolio, findings) -> {};
    try (Folder folder = Folder.of(new RandomPortfolio(7, false).portfolio());
        Folder supporting = Folder.of(new RandomPortfolio(7, true).portfolio())) {
      PortfolioReader reader = PortfolioReader.standard();
      assertEquals(Set.of(Participation.TYPE), reader.open(folder.path).releasable());
      assertEquals(Set.of(), reader.heldTo(any).open(folder.path).releasable());
      assertEquals(Set.of(Participation.TYPE), reader.open(supporting.path).releasable());
      PortfolioReader readsSupport = reader.heldTo(reading(Support.TYPE, any));
      assertEquals(Set.of(Participation.TYPE), readsSupport.open(folder.path).releasable());
      assertEquals(Set.of(), readsSupport.open(supporting.path).releasable());
      Map<String, Boolean> kept =
          Map.of("t:rows", false, "t:held", false, "t:returned", false, "t:own", true, "t:counts", true, "t:met", true, "t:at-meetings-of-several", true,
              "t:members-of-supported", false, "t:attended-by-supported", true);
      kept.forEach((name, expected) -> {
        Results results = Evaluation.of(reader.open(folder.path), CATALOGUE).indicators(name).run();
        assertEquals(expected, isKept(results.portfolio()), name);
        PassNeeds needs = PassNeeds.of(CATALOGUE.find(name).orElseThrow(), CATALOGUE, results.portfolio().schema());
        Set<WhyKept> why = needs.records().getOrDefault(results.portfolio().schema().type(Participation.TYPE.name()), Set.of());
        assertEquals(expected, !why.isEmpty(), name + ": the page says what the engine does");
      });
      assertTrue(isKept(Evaluation.of(reader.open(folder.path), CATALOGUE).indicators("t:rows").verifyDeterminism().run().portfolio()));
    }
  }

  /** A check that reads records of one type alone. */
  private static PortfolioCheck reading(RecordType only, PortfolioCheck check) {
    return new PortfolioCheck() {
      @Override
      public void check(Portfolio portfolio, Findings findings) {
        check.check(portfolio, findings);
      }

      @Override
      public boolean reads(RecordType type) {
        return type.name().equals(only.name());
      }
    };
  }

  @Test
  void whoAsksWhichReleasedAttendanceSupportWasMadeOfIsRefused() throws IOException {
    try (Folder folder = Folder.of(supporting())) {
      Portfolio kept = PortfolioReader.standard().read(folder.path).orThrow();
      Portfolio released = Evaluation.of(PortfolioReader.standard().open(folder.path), CATALOGUE).indicators("t:rows").run().portfolio();
      assertTrue(isDerived(kept) && isDerived(released) && !isKept(released));
      assertEquals(support(kept), support(released));
      for (Executable asking :
          List.<Executable>of(
              () -> SourcedRow.of(released, Support.TYPE).toList(),
              () -> released.toBuilder().add(Participation.TYPE.row().with(Participation.ACTIVITY, "a0").build()).build())) {
        SiruException refused = assertThrows(SiruException.class, asking);
        assertEquals(ErrorCode.MISUSE, refused.code());
        assertTrue(refused.getMessage().contains("participations.csv"), refused.getMessage());
      }
    }
  }

  /** The first random portfolio in which support follows from attendance. */
  private static Portfolio supporting() {
    return Stream.iterate(0L, seed -> seed + 1)
        .map(seed -> new RandomPortfolio(seed, true).portfolio())
        .filter(EvaluationWhileReadingTest::isDerived)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whyAPortfolioHasToBeReadWholeIsTold() throws IOException {
    try (Folder folder = Folder.of(new RandomPortfolio(7, false).portfolio())) {
      assertEquals(Optional.empty(), whyWhole(PortfolioReader.standard().open(folder.path)));
      UnreadPortfolio read = PortfolioReader.standard().open(folder.path);
      read.read();
      assertEquals(Optional.of(UnreadPortfolio.WhyWhole.ASKED_FOR), whyWhole(read));
      Path lines = folder.path.resolveSibling("p.jsonl");
      Files.writeString(
          lines, "{\"siru\":\"siru-portfolio/1\",\"name\":\"test\"}\n{\"type\":\"programme-node\",\"id\":\"p\",\"level\":\"operation\"}\n");
      assertEquals(Optional.of(UnreadPortfolio.WhyWhole.DOCUMENT), whyWhole(PortfolioReader.standard().open(lines)));

      String good = Files.readString(folder.participations());
      Files.writeString(folder.participations(), good.replace(",a", ",none"));
      assertEquals(Optional.of(UnreadPortfolio.WhyWhole.WRONG), whyWhole(PortfolioReader.standard().open(folder.path)));
      Files.writeString(folder.participations(), good.replace(",", ";").replace("\n", "\r\n"), StandardCharsets.UTF_16);
      assertEquals(Optional.of(UnreadPortfolio.WhyWhole.NOT_PLAIN), whyWhole(PortfolioReader.standard().open(folder.path)));
      Files.writeString(folder.path.resolve("programme.csv"), "id\n");
      assertEquals(Optional.of(UnreadPortfolio.WhyWhole.WRONG), whyWhole(PortfolioReader.standard().open(folder.path)));
    }
  }

  private static Optional<UnreadPortfolio.WhyWhole> whyWhole(UnreadPortfolio unread) {
    UnreadPortfolio.Outcome outcome = unread.read(Set.of(Participation.TYPE), 2, known -> (type, batch) -> {});
    assertEquals(outcome.portfolio().isEmpty(), outcome.whyWhole().isPresent());
    return outcome.whyWhole();
  }

  @Test
  void aFaultInTheWayOfReadingIsToldAndNotHiddenByReadingWhole() throws IOException {
    try (Folder folder = Folder.of(new RandomPortfolio(7, false).portfolio())) {
      UnreadPortfolio unread = PortfolioReader.standard().open(folder.path);
      SiruException fault = new SiruException(ErrorCode.MISUSE, "a fault of our own");
      EvaluationWhileReading run =
          new EvaluationWhileReading(
              unread,
              portfolio -> {
                if (!isKept(portfolio)) {
                  throw fault;
                }
                return new Evaluator(
                    portfolio, CATALOGUE, List.of("t:rows"), Periods.total(), List.of(), false, 1, new Guard(CATALOGUE, Duration.ofSeconds(1)), false, ScanWidth.WIDEST);
              },
              1);
      assertSame(fault, assertThrows(SiruException.class, run::run));
    }
  }

  @Test
  void aNameThatIsNotKnownIsToldBehindWhatIsWrongWithThePortfolio() throws IOException {
    try (Folder folder = Folder.of(new RandomPortfolio(7, false).portfolio())) {
      UnreadPortfolio good = PortfolioReader.standard().open(folder.path);
      SiruException unknown =
          assertThrows(SiruException.class, () -> Evaluation.of(good, CATALOGUE).indicators("t:nothing").run());
      assertEquals(ErrorCode.UNKNOWN_NAME, unknown.code());
      Files.writeString(folder.participations(), "x,y\n", StandardCharsets.UTF_8);
      UnreadPortfolio bad = PortfolioReader.standard().open(folder.path);
      SiruException refused = assertThrows(SiruException.class, () -> Evaluation.of(bad, CATALOGUE).indicators("t:nothing").run());
      assertEquals(ErrorCode.REFUSED_INPUT, refused.code());
      assertTrue(bad.isRefused());
    }
  }

  @Test
  void ofTypesToComeTheOutlineShowsNoRecord() throws IOException {
    try (Folder folder = Folder.of(new RandomPortfolio(7, false).portfolio())) {
      Portfolio outline = PortfolioReader.standard().open(folder.path).outline();
      assertTrue(outline.holds(Participation.TYPE));
      assertTrue(outline.rows(ProgrammeNode.TYPE).findAny().isPresent());
      assertEquals(ErrorCode.MISUSE, assertThrows(SiruException.class, () -> outline.rows(Participation.TYPE)).code());
    }
  }
}
