package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Provider;
import se.siru.core.model.Membership;
import se.siru.core.model.Participation;
import se.siru.core.model.Periods;
import se.siru.core.model.Row;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;

/** Going on from portfolio to portfolio is evaluating each from the start, but for what is read. */
class IncrementalEvaluationTest {
  private static Evaluation evaluation(Portfolio portfolio, String... indicators) {
    return Evaluation.of(portfolio, Samples.CATALOGUE).indicators(indicators).periods(Periods.quarters(2021, 2022)).by("sector", "county");
  }

  private static List<String> texts(Results results) {
    List<String> texts = new ArrayList<>(results.cells().map(cell -> cell + " " + cell.records() + " " + cell.unknown()).toList());
    results.findings().forEach(finding -> texts.add(finding.toString()));
    return texts;
  }

  /** The facts of a random portfolio in packets, some of which a portfolio holds. */
  private static final class World {
    final Random random;
    final List<Row> entities = new ArrayList<>();
    final List<List<Row>> packets = new ArrayList<>();
    final List<Integer> held = new ArrayList<>();
    Portfolio portfolio;

    World(long seed) {
      random = new Random(seed);
      List<Row> facts = new ArrayList<>();
      new RandomPortfolio(seed).rows().forEach(row -> (row.type().isEntity() ? entities : facts).add(row));
      Collections.shuffle(facts, random);
      for (int i = 0; i < 8; i++) {
        packets.add(facts.subList(i * facts.size() / 8, (i + 1) * facts.size() / 8));
      }
      PortfolioBuilder builder = Portfolio.builder().addAll(entities);
      for (int i = 0; i < 8; i++) {
        if (random.nextBoolean()) {
          add(builder, i);
        }
      }
      portfolio = builder.build();
    }

    private void add(PortfolioBuilder builder, int packet) {
      held.add(packet);
      builder.addBatch(Batch.Provenance.of("packet-" + packet), packets.get(packet));
    }

    List<Batch> batches(int packet) {
      return portfolio.schema().types().stream()
          .flatMap(type -> portfolio.table(type.name()).batches().stream())
          .filter(batch -> batch.provenance().source().equals("packet-" + packet))
          .toList();
    }

    /** Adds packets, leaves some out, replaces some by themselves. */
    void change() {
      PortfolioBuilder builder = portfolio.toBuilder();
      for (int packet = 0; packet < 8; packet++) {
        int choice = random.nextInt(6);
        if (held.contains(packet) && choice < 2) {
          batches(packet).forEach(builder::without);
          held.remove((Integer) packet);
        }
        if (!held.contains(packet) && choice > 0 && choice < 4) {
          add(builder, packet);
        }
      }
      if (random.nextInt(8) == 0) {
        builder.recordedAt(LocalDate.of(2022, 1 + random.nextInt(12), 1));
      }
      portfolio = builder.build();
    }
  }

  @Property(tries = 15)
  void equalsEvaluatingFromTheStartAfterAnyChanges(@ForAll long seed) {
    World world = new World(seed);
    IncrementalEvaluation kept = evaluation(world.portfolio).incremental();
    assertEquals(texts(evaluation(world.portfolio).run()), texts(kept.results()));
    for (int i = 0; i < 6; i++) {
      world.change();
      assertEquals(texts(evaluation(world.portfolio).run()), texts(kept.update(world.portfolio)));
    }
    texts(kept.results());
    assertEquals(0, kept.recordsRead());
  }

  private static final String[] WITHOUT_RELATED = {"t:rows", "t:organisations", "t:women", "t:median", "t:activities", "t:mixed"};

  @Property(tries = 15)
  void onlyRecordsThatWereNotThereAreRead(@ForAll long seed) {
    World world = new World(seed);
    IncrementalEvaluation kept = evaluation(world.portfolio, WITHOUT_RELATED).incremental();
    kept.results();
    assertEquals(world.portfolio.table(Participation.TYPE.name()).size(), kept.recordsRead());
    for (int i = 0; i < 4; i++) {
      List<Batch> before = world.portfolio.table(Participation.TYPE.name()).batches();
      boolean described = world.portfolio.recordedAt().isPresent();
      world.change();
      if (described || world.portfolio.recordedAt().isPresent()) {
        return;
      }
      assertEquals(texts(evaluation(world.portfolio, WITHOUT_RELATED).run()), texts(kept.update(world.portfolio)));
      long added =
          world.portfolio.table(Participation.TYPE.name()).batches().stream()
              .filter(batch -> !before.contains(batch))
              .mapToLong(Batch::size)
              .sum();
      assertTrue(kept.recordsRead() == added || world.portfolio.table(Participation.TYPE.name()).size() == kept.recordsRead());
    }
  }

  /** Whether an initiative has members is asked of all memberships. */
  @Test
  void recordsThatConditionsAskAboutAreReadAgain() {
    World world = new World(3);
    IncrementalEvaluation kept = withMembers(world.portfolio).incremental();
    long initiatives = read(kept);
    Portfolio more =
        world.portfolio.toBuilder()
            .addBatch(
                Batch.Provenance.of("more"),
                List.of(Membership.TYPE.row().with(Membership.INITIATIVE, "i0").with(Membership.MEMBER, "s0").build()))
            .build();
    assertEquals(texts(withMembers(more).run()), texts(kept.update(more)));
    assertEquals(initiatives, kept.recordsRead());
    assertTrue(initiatives > 0);
  }

  private static Evaluation withMembers(Portfolio portfolio) {
    return Evaluation.of(portfolio, Samples.CATALOGUE).indicators("t:with-members").periods(Periods.quarters(2021, 2022));
  }

  private static long read(IncrementalEvaluation kept) {
    kept.results();
    return kept.recordsRead();
  }

  @Test
  void otherEntitiesAreReadAnew() {
    World world = new World(3);
    IncrementalEvaluation kept = evaluation(world.portfolio).incremental();
    long all = read(kept);
    Portfolio other = new World(4).portfolio;
    assertEquals(texts(evaluation(other).run()), texts(kept.update(other)));
    assertTrue(all > 0 && kept.recordsRead() > 0);
  }

  @Test
  void whatWasSavedIsNotReadAgain(@TempDir Path folder) {
    World world = new World(5);
    IncrementalEvaluation today = evaluation(world.portfolio, WITHOUT_RELATED).incremental();
    List<String> results = texts(today.results());
    today.saveTo(folder);

    IncrementalEvaluation tomorrow = evaluation(new World(5).portfolio, WITHOUT_RELATED).incremental().resumeFrom(folder);
    assertEquals(results, texts(tomorrow.results()));
    assertEquals(0, tomorrow.recordsRead());

    int packet = world.held.get(0);
    PortfolioBuilder builder = world.portfolio.toBuilder();
    world.batches(packet).forEach(builder::without);
    Portfolio less = builder.build();
    IncrementalEvaluation later = evaluation(less, WITHOUT_RELATED).incremental().resumeFrom(folder);
    assertEquals(texts(evaluation(less, WITHOUT_RELATED).run()), texts(later.results()));
    assertEquals(0, later.recordsRead());
  }

  @Test
  void anotherQuestionIsAnsweredFromTheRecords(@TempDir Path folder) {
    World world = new World(5);
    IncrementalEvaluation today = evaluation(world.portfolio, WITHOUT_RELATED).incremental();
    long all = read(today);
    today.saveTo(folder);
    IncrementalEvaluation other = evaluation(world.portfolio, "t:rows").incremental().resumeFrom(folder);
    assertEquals(texts(evaluation(world.portfolio, "t:rows").run()), texts(other.results()));
    assertEquals(all, other.recordsRead());
  }

  @Test
  void savingKeepsWhatIsThereAndDeletesOnlyStatesOfOtherBatches(@TempDir Path folder) throws IOException {
    World world = new World(5);
    IncrementalEvaluation kept = saved(evaluation(world.portfolio, WITHOUT_RELATED), folder);
    Path own = Files.writeString(folder.resolve("notes.txt"), "ours");
    List<Path> first = states(folder);
    int packet =
        world.held.stream()
            .filter(each -> world.batches(each).stream().anyMatch(world.portfolio.table("participation").batches()::contains))
            .findFirst()
            .orElseThrow();
    PortfolioBuilder builder = world.portfolio.toBuilder();
    world.batches(packet).forEach(builder::without);
    kept.update(builder.build());
    kept.saveTo(folder);
    List<Path> second = states(folder);
    assertTrue(first.containsAll(second));
    assertEquals(first.size() - 1, second.size());
    assertTrue(Files.exists(own));
  }

  @Test
  void savingMendsWhatIsDamagedAndLeavesWhatOthersAreWriting(@TempDir Path folder) throws IOException {
    World world = new World(5);
    IncrementalEvaluation kept = saved(evaluation(world.portfolio, WITHOUT_RELATED), folder);
    Path damaged = states(folder).get(0);
    byte[] whole = Files.readAllBytes(damaged);
    Files.write(damaged, Arrays.copyOf(whole, whole.length - 4));
    Path written = Files.write(folder.resolve(damaged.getFileName() + ".other.part"), new byte[1]);
    kept.saveTo(folder);
    assertEquals(0, read(evaluation(new World(5).portfolio, WITHOUT_RELATED).incremental().resumeFrom(folder)));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(written), files.filter(file -> file.toString().endsWith(".part")).toList());
    }
  }

  /** An evaluation whose states are in a folder. */
  private static IncrementalEvaluation saved(Evaluation evaluation, Path folder) {
    IncrementalEvaluation kept = evaluation.incremental();
    kept.results();
    kept.saveTo(folder);
    return kept;
  }

  private static List<Path> states(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".siru-state")).sorted().toList();
    }
  }

  /** What a compressed file says; nothing where it is damaged. */
  private static byte[] inflated(byte[] file) {
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(file))) {
      return in.readAllBytes();
    } catch (IOException damaged) {
      return new byte[0];
    }
  }

  @Property(tries = 60)
  void damagedFilesAreRefused(@ForAll long seed) throws IOException {
    Path folder = Files.createTempDirectory("states");
    try {
      World world = new World(5);
      saved(evaluation(world.portfolio, "t:rows"), folder);
      Path file = states(folder).get(0);
      byte[] bytes = Files.readAllBytes(file);
      byte[] whole = inflated(bytes);
      Random random = new Random(seed);
      if (random.nextBoolean()) {
        Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
      } else {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, bytes);
      }
      IncrementalEvaluation again = evaluation(world.portfolio, "t:rows").incremental().resumeFrom(folder);
      try {
        // What no longer says that it answers this question is not used; whatever else is damaged is refused. A compressed file has
        // some bits that say nothing.
        assertEquals(texts(evaluation(world.portfolio, "t:rows").run()), texts(again.results()));
        int records = world.portfolio.table(Participation.TYPE.name()).batches().get(0).size();
        assertEquals(Arrays.equals(inflated(Files.readAllBytes(file)), whole) ? 0 : records, again.recordsRead());
      } catch (SiruException refused) {
        assertEquals(ErrorCode.UNREADABLE, refused.code());
      }
    } finally {
      for (Path file : states(folder)) {
        Files.delete(file);
      }
      Files.delete(folder);
    }
  }

  @Test
  void codeThatFailedIsAskedAgainAndItsStateIsNotSaved(@TempDir Path folder) {
    boolean[] fails = {true};
    CountingRecords records = new CountingRecords() {
      @Override
      public void add(long[] state, List<? extends Row> rows) {
        if (fails[0]) {
          throw new IllegalStateException("not today");
        }
        super.add(state, rows);
      }
    };
    Catalogue catalogue =
        Catalogue.empty()
            .with(
                Provider.application(),
                List.of(Indicator.measure("t:custom").over(Participation.TYPE).aggregate(new Aggregate.Custom(records)).build()),
                List.of());
    World world = new World(5);
    IncrementalEvaluation kept = Evaluation.of(world.portfolio, catalogue).incremental();
    assertTrue(kept.results().cell("t:custom", "total").value().toString().contains("not today"));
    assertEquals(ErrorCode.MISUSE, assertThrows(SiruException.class, () -> kept.saveTo(folder)).code());
    fails[0] = false;
    assertEquals(
        texts(Evaluation.of(world.portfolio, catalogue).run()), texts(kept.results()));
  }

  @Test
  void determinismCannotBeVerified() {
    Evaluation evaluation = evaluation(new World(1).portfolio).verifyDeterminism();
    assertEquals(ErrorCode.MISUSE, assertThrows(SiruException.class, evaluation::incremental).code());
  }
}
