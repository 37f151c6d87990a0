package se.siru.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.siru.indicators.Evaluated.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Activity;
import se.siru.core.model.Enrolment;
import se.siru.core.model.Row;
import se.siru.core.model.Stakeholder;
import se.siru.core.portfolio.PortfolioBuilder;

/** What always holds of participants, and the same questions answered with lists and loops. */
class ParticipantLawsTest {
  private static final List<String> GENDERED =
      List.of("EECO01", "EECO05", "EECO06", "EECO07", "EECO08", "EECR03", "EECR05");
  private static final List<String> PERIODS = List.of("2021", "2022", "2023");

  /** One enrolment as the test made it; a number of heads where there is no person. */
  private record Taken(
      String operation,
      @Nullable String person,
      long heads,
      long women,
      LocalDate start,
      @Nullable LocalDate end,
      String status,
      String age,
      @Nullable LocalDate qualified,
      @Nullable String later) {

    Row row() {
      return Enrolment.TYPE.row().with(Enrolment.NODE, operation).with(Enrolment.PERSON, person)
          .with(Enrolment.HEADS, person == null ? heads : null).with(Enrolment.WOMEN, person == null ? women : null)
          .with(Enrolment.START, start).with(Enrolment.END, end).with(Enrolment.LABOUR_STATUS, status)
          .with(Enrolment.AGE_CLASS, age)
          .with(Enrolment.QUALIFICATION, qualified == null ? "none" : "formal-education")
          .with(Enrolment.QUALIFICATION_DATE, qualified).with(Enrolment.LABOUR_STATUS_LATER, later)
          .with(Enrolment.DISABILITY, person == null ? heads / 3 : null).build();
    }
  }

  private static List<Taken> random(Random random) {
    List<Taken> all = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      LocalDate start = LocalDate.of(2021, 1, 1).plusDays(random.nextInt(900) * 14L / 13 + i % 14);
      LocalDate end = random.nextInt(4) == 0 ? null : start.plusDays(random.nextInt(250));
      LocalDate qualified = random.nextBoolean() ? null : start.plusDays(random.nextInt(290));
      String person = random.nextInt(4) == 0 ? null : "p" + random.nextInt(5);
      long heads = random.nextInt(7);
      all.add(
          new Taken(
              random.nextBoolean() ? "op1" : "op2", person, heads, heads == 0 ? 0 : random.nextInt((int) heads), start, end,
              pick(random, "employed", "self-employed", "unemployed", "inactive"), pick(random, "0-17", "18-29", "30-54", "55-plus"),
              qualified, random.nextInt(3) == 0 ? null : pick(random, "employed", "self-employed", "unemployed")));
    }
    return all.stream().filter(each -> isFirstOfItsDay(all, each)).toList();
  }

  /** Two records of a person that begin or end on one day may contradict each other, which a rule of its own settles. */
  private static boolean isFirstOfItsDay(List<Taken> all, Taken taken) {
    return taken.person == null
        || all.stream().filter(each -> taken.person.equals(each.person) && taken.operation.equals(each.operation))
            .filter(each -> each.start.equals(taken.start) || each.end != null && each.end.equals(taken.end))
            .findFirst().orElseThrow() == taken;
  }

  private static String pick(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static Evaluated evaluated(List<Taken> all) {
    PortfolioBuilder portfolio = programme().holds(Enrolment.TYPE).holds(Activity.TYPE);
    for (int person = 0; person < 5; person++) {
      String gender = List.of("women", "men", "non-binary", "women", "").get(person);
      portfolio.add(
          Stakeholder.TYPE.row("p" + person).with(Stakeholder.KIND, "person")
              .with(Stakeholder.GENDER, gender.isEmpty() ? null : gender).build());
    }
    all.forEach(each -> portfolio.add(each.row()));
    return Evaluated.of(portfolio, "2021..2023/year");
  }

  private static long number(Evaluated evaluated, String code, String period) {
    return evaluated.results().cell(code, period).number().orElseThrow().longValueExact();
  }

  @Property(tries = 40)
  void theGendersPartitionEveryIndicatorAndPartsNeverExceedTheWhole(@ForAll long seed) {
    Evaluated evaluated = evaluated(random(new Random(seed)));
    for (String period : PERIODS) {
      for (String code : GENDERED) {
        long parts = 0;
        for (String part : List.of(".women", ".men", ".non-binary", ".unknown")) {
          parts += number(evaluated, code + part, period);
        }
        assertEquals(number(evaluated, code, period), parts, code + " " + period);
        assertTrue(number(evaluated, code, period) <= number(evaluated, "EECO01", period), code + " " + period);
      }
      long ofAge = number(evaluated, "EECO06", period) + number(evaluated, "EECO07", period) + number(evaluated, "EECO08", period);
      assertTrue(ofAge <= number(evaluated, "EECO01", period), "those from 30 to 54 have no code");
      assertTrue(evaluated.results().cell("EECO12", period).number().orElseThrow().longValueExact() <= number(evaluated, "EECO01", period));
      assertTrue(number(evaluated, "EECR05", period) <= number(evaluated, "EECR05.followed", period));
      assertTrue(number(evaluated, "SI-P06.completed", period) <= number(evaluated, "SI-P06.started", period));
    }
  }

  @Property(tries = 40)
  void whoComesBackChangesNothingThatHeldAtEntry(@ForAll long seed) {
    Random random = new Random(seed);
    List<Taken> once = random(random);
    List<Taken> again = new ArrayList<>(once);
    for (Taken taken : once) {
      if (taken.person != null) {
        again.add(
            new Taken(taken.operation, taken.person, 0, 0, taken.start.plusDays(1 + random.nextInt(50)), null,
                pick(random, "employed", "inactive"), pick(random, "0-17", "55-plus"), null, null));
      }
    }
    Evaluated first = evaluated(once);
    Evaluated second = evaluated(again);
    for (String code : List.of("EECO01", "EECO01.women", "EECO01.unknown", "EECO05", "EECO06", "EECO07", "EECO08", "EECO12")) {
      assertEquals(first.results().cell(code, "2023").value(), second.results().cell(code, "2023").value(), code);
    }
  }

  @Property(tries = 60)
  void theSameQuestionsAnsweredWithListsAndLoops(@ForAll long seed) {
    List<Taken> all = random(new Random(seed));
    Evaluated evaluated = evaluated(all);
    for (String period : PERIODS) {
      LocalDate until = LocalDate.of(Integer.parseInt(period) + 1, 1, 1);
      List<List<Taken>> participants = participants(all.stream().filter(each -> each.start.isBefore(until)).toList());
      assertEquals(heads(participants, each -> true), number(evaluated, "EECO01", period), period);
      assertEquals(heads(participants, each -> isEmployed(first(each).status)), number(evaluated, "EECO05", period), period);
      assertEquals(heads(participants, each -> first(each).age.equals("18-29")), number(evaluated, "EECO07", period), period);
      assertEquals(heads(participants, each -> isQualified(each, until)), number(evaluated, "EECR03", period), period);
      assertEquals(heads(participants, each -> isEmployedLater(each, until)), number(evaluated, "EECR05", period), period);
    }
  }

  private static List<List<Taken>> participants(List<Taken> all) {
    Map<List<String>, List<Taken>> named =
        all.stream().filter(each -> each.person != null).collect(Collectors.groupingBy(each -> List.of(each.operation, each.person)));
    List<List<Taken>> participants = new ArrayList<>(named.values());
    all.stream().filter(each -> each.person == null).forEach(each -> participants.add(List.of(each)));
    return participants;
  }

  private static long heads(List<List<Taken>> participants, Predicate<List<Taken>> which) {
    return participants.stream().filter(which).mapToLong(each -> each.get(0).person == null ? each.get(0).heads : 1).sum();
  }

  private static Taken first(List<Taken> participant) {
    return participant.stream().min(Comparator.comparing(Taken::start)).orElseThrow();
  }

  private static boolean isEmployed(@Nullable String status) {
    return status != null && status.endsWith("employed") && !status.equals("unemployed");
  }

  private static @Nullable LocalDate left(List<Taken> participant) {
    LocalDate last = LocalDate.MIN;
    for (Taken each : participant) {
      if (each.end == null) {
        return null;
      }
      last = each.end.isAfter(last) ? each.end : last;
    }
    return last;
  }

  private static boolean isQualified(List<Taken> participant, LocalDate until) {
    LocalDate left = left(participant);
    return left != null && left.isBefore(until)
        && participant.stream().anyMatch(each -> each.qualified != null && !each.qualified.isBefore(first(participant).start)
            && !each.qualified.isAfter(left.plusDays(28)) && each.qualified.isBefore(until));
  }

  private static boolean isEmployedLater(List<Taken> participant, LocalDate until) {
    LocalDate left = left(participant);
    return left != null && left.plusMonths(6).isBefore(until)
        && participant.stream().anyMatch(each -> left.equals(each.end) && isEmployed(each.later));
  }
}
