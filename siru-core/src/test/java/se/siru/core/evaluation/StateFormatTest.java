package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Provider;
import se.siru.core.model.Participation;
import se.siru.core.model.Periods;
import se.siru.core.model.Stakeholder;
import se.siru.core.portfolio.Portfolio;

/** The state of some records as bytes, on indicators of every shape and portfolios with all that is awkward. */
class StateFormatTest {
  private static final int HASH = 32;

  private static Evaluation evaluation(Portfolio portfolio) {
    return Evaluation.of(portfolio, Samples.CATALOGUE).periods(Periods.quarters(2021, 2022)).by("sector", "county", "sector,county");
  }

  private static List<String> texts(Results results) {
    List<String> texts = new ArrayList<>(results.cells().map(cell -> cell + " " + cell.records() + " " + cell.unknown()).toList());
    results.findings().forEach(finding -> texts.add(finding.toString()));
    return texts;
  }

  private static byte[] whole(EvaluationInParts parts) {
    return parts.part(0, Integer.MAX_VALUE).toBytes();
  }

  @Property(tries = 20)
  void whatIsReadIsWrittenAgainTheSame(@ForAll long seed) {
    EvaluationInParts parts = evaluation(new RandomPortfolio(seed).portfolio()).inParts();
    byte[] written = whole(parts);
    assertArrayEquals(written, parts.part(written).toBytes());
  }

  @Property(tries = 20)
  void anyPartsInAnyOrderAreTheSameBytes(@ForAll long seed, @ForAll long order) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    Random random = new Random(order);
    EvaluationInParts parts = evaluation(portfolio).inParts();
    List<EvaluationInParts.Part> some = new ArrayList<>();
    for (int from = 0; from < 45; ) {
      int until = from + random.nextInt(12);
      EvaluationInParts.Part part = evaluation(portfolio).inParts().part(from, until);
      some.add(parts.part(part.toBytes()));
      from = until;
    }
    some.add(parts.part(45, Integer.MAX_VALUE));
    while (some.size() > 1) {
      Collections.shuffle(some, random);
      some.add(parts.merge(some.remove(0), some.remove(0)));
    }
    byte[] together = some.get(0).toBytes();
    assertArrayEquals(whole(evaluation(portfolio).inParts()), together);
    assertEquals(texts(evaluation(portfolio).run()), texts(parts.results(some)));
  }

  @Property(tries = 10)
  void thePartOfNoRecordsChangesNothing(@ForAll long seed) {
    EvaluationInParts parts = evaluation(new RandomPortfolio(seed).portfolio()).inParts();
    byte[] none = parts.part(0, 0).toBytes();
    byte[] whole = whole(parts);
    assertArrayEquals(whole, parts.merge(parts.part(none), parts.part(whole)).toBytes());
    assertArrayEquals(whole, parts.merge(parts.part(whole), parts.part(none)).toBytes());
  }

  @Property(tries = 10)
  void thePortfolioMadeOfTheSameRecordsAgainReadsThem(@ForAll long seed) {
    byte[] written = whole(evaluation(new RandomPortfolio(seed).portfolio()).inParts());
    EvaluationInParts again = evaluation(new RandomPortfolio(seed).portfolio()).inParts();
    assertEquals(
        texts(evaluation(new RandomPortfolio(seed).portfolio()).run()), texts(again.results(List.of(again.part(written)))));
  }

  @Property(tries = 300)
  void damagedBytesAreRefused(@ForAll long seed) {
    EvaluationInParts parts = Fixed.PARTS;
    byte[] damaged = damaged(Fixed.WRITTEN, new Random(seed), Fixed.WRITTEN.length);
    SiruException refused = assertThrows(SiruException.class, () -> parts.part(damaged));
    assertEquals(ErrorCode.UNREADABLE, refused.code());
  }

  /** Whoever wants to deceive can make a hash that fits; that, too, ends in a refusal or in a state, and never in anything else. */
  @Property(tries = 300)
  void bytesMadeToDeceiveDoNoHarm(@ForAll long seed) {
    byte[] state = Arrays.copyOf(Fixed.WRITTEN, Fixed.WRITTEN.length - HASH);
    byte[] changed = damaged(state, new Random(seed), state.length);
    byte[] signed = Arrays.copyOf(changed, changed.length + HASH);
    System.arraycopy(sha256(changed), 0, signed, changed.length, HASH);
    try {
      Fixed.PARTS.part(signed);
    } catch (SiruException refused) {
      assertTrue(List.of(ErrorCode.UNREADABLE, ErrorCode.MISUSE, ErrorCode.OVERFLOW).contains(refused.code()), refused::toString);
    }
  }

  private static final class Fixed {
    static final EvaluationInParts PARTS = evaluation(new RandomPortfolio(7).portfolio()).inParts();
    static final byte[] WRITTEN = whole(PARTS);
  }

  /** Cut off, or some bytes changed, or some left out. */
  private static byte[] damaged(byte[] bytes, Random random, int end) {
    byte[] damaged = bytes.clone();
    int at = random.nextInt(end);
    switch (random.nextInt(3)) {
      case 0:
        return Arrays.copyOf(damaged, at);
      case 1:
        damaged[at] ^= (byte) (1 << random.nextInt(8));
        return damaged;
      default:
        byte[] shorter = Arrays.copyOf(damaged, damaged.length - 1);
        System.arraycopy(damaged, at + 1, shorter, at, shorter.length - at);
        return shorter;
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertRefused(String why, EvaluationInParts reader, byte[] bytes) {
    SiruException refused = assertThrows(SiruException.class, () -> reader.part(bytes));
    assertEquals(ErrorCode.MISUSE, refused.code());
    assertTrue(refused.getMessage().contains(why), refused::getMessage);
  }

  @Test
  void anotherQuestionIsRefused() {
    Portfolio portfolio = new RandomPortfolio(1).portfolio();
    byte[] written = whole(evaluation(portfolio).inParts());
    assertRefused("another evaluation", Evaluation.of(portfolio, Samples.CATALOGUE).inParts(), written);
    assertRefused("another evaluation", evaluation(portfolio).by("size").inParts(), written);
    assertRefused("another evaluation", evaluation(portfolio).indicators("t:rows").inParts(), written);
    Portfolio later = portfolio.toBuilder().recordedAt(LocalDate.of(2022, 3, 4)).build();
    assertRefused("another evaluation", evaluation(later).inParts(), written);
  }

  @Test
  void otherEntitiesAreRefused() {
    Portfolio portfolio = new RandomPortfolio(1).portfolio();
    Portfolio more =
        Portfolio.builder()
            .addAll(new RandomPortfolio(1).rows())
            .add(Stakeholder.TYPE.row("s-more").build())
            .build();
    assertRefused("other entities", evaluation(more).inParts(), whole(evaluation(portfolio).inParts()));
  }

  @Test
  void whatIsNoStateAndAnotherVersionAreRefused() {
    assertEquals(
        ErrorCode.UNREADABLE, assertThrows(SiruException.class, () -> Fixed.PARTS.part(new byte[100])).code());
    byte[] later = Arrays.copyOf(Fixed.WRITTEN, Fixed.WRITTEN.length - HASH);
    later["SIRU-STATE\n".length()]++;
    byte[] signed = Arrays.copyOf(later, Fixed.WRITTEN.length);
    System.arraycopy(sha256(later), 0, signed, later.length, HASH);
    SiruException refused = assertThrows(SiruException.class, () -> Fixed.PARTS.part(signed));
    assertTrue(refused.getMessage().contains("version 2"), refused::getMessage);
  }

  @Test
  void codeThatFailedElsewhereFailsHereToo() {
    Catalogue broken = catalogue(new CountingRecords() {
      @Override
      public void add(long[] state, List<? extends se.siru.core.model.Row> rows) {
        throw new IllegalStateException("no");
      }
    });
    Catalogue sound = catalogue(new CountingRecords());
    Portfolio portfolio = new RandomPortfolio(1).portfolio();
    byte[] failed = whole(Evaluation.of(portfolio, broken).inParts());
    EvaluationInParts here = Evaluation.of(portfolio, sound).inParts();
    Results results = here.results(List.of(here.part(failed)));
    assertTrue(results.cell("t:custom", "total").value().toString().contains("no"), () -> results.cell("t:custom", "total").toString());
  }

  private static Catalogue catalogue(CountingRecords records) {
    return Catalogue.empty().with(Provider.application(), List.of(Indicator.measure("t:custom").over(Participation.TYPE).aggregate(new Aggregate.Custom(records)).build()), List.of());
  }
}
