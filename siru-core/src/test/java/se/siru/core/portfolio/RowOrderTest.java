package se.siru.core.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import se.siru.core.model.Activity;
import se.siru.core.model.Participation;
import se.siru.core.model.Row;
import se.siru.core.model.Support;
import se.siru.core.vocabulary.Vocabulary;

/** The order of the rows of a source changes no number of an entity, no unit and nothing that is derived. */
class RowOrderTest {
  private static final String KIND = Vocabulary.standard().list("support-kinds").at(0).code();

  private static List<Row> rows(Random random) {
    List<Row> rows = new ArrayList<>();
    rows.add(Records.node("op", "operation").build());
    rows.add(Records.node("second", "operation").build());
    for (int i = 0; i < 12; i++) {
      rows.add(Records.version("s" + i, "", "public").build());
      rows.add(Records.version("s" + i, "2022-0" + (1 + random.nextInt(9)) + "-01", "business").build());
      rows.add(Records.activity("e" + i, "2022-05-01").with(Activity.SUPPORT_KIND, random.nextBoolean() ? KIND : null).build());
    }
    for (int i = 0; i < 60; i++) {
      rows.add(
          Records.participation("e" + random.nextInt(12), "s" + random.nextInt(12), "s" + random.nextInt(12))
              .with(Participation.DATE, Records.day("2022-0" + (1 + random.nextInt(9)) + "-15"))
              .with(Participation.NODE, random.nextBoolean() ? "op" : "second")
              .build());
    }
    return rows;
  }

  private static Portfolio build(List<Row> rows, List<IdentityLink> links) {
    PortfolioBuilder builder = Portfolio.builder().addAll(rows);
    links.forEach(builder::identity);
    return builder.build();
  }

  private static List<String> numbering(Portfolio portfolio, String type) {
    Units units = portfolio.units(type);
    return IntStream.range(0, portfolio.table(type).size())
        .mapToObj(row -> row + " " + portfolio.idOf(type, row) + " " + units.unit(row) + " " + units.id(units.unit(row)))
        .toList();
  }

  private static List<String> derived(Portfolio portfolio) {
    Batch batch = portfolio.table("support").batches().isEmpty() ? null : portfolio.table("support").batches().get(0);
    return batch == null
        ? List.of()
        : IntStream.range(0, batch.size())
            .mapToObj(
                row ->
                    ((Column.Ints) batch.column(Support.RECIPIENT.name())).values()[row]
                        + " " + ((Column.Days) batch.column(Support.DATE.name())).values()[row]
                        + " " + ((Column.Ints) batch.column(Support.NODE.name())).values()[row]
                        + " " + ((Column.Texts) batch.column(Support.ID.name())).get(row))
            .toList();
  }

  @Property(tries = 100)
  void theOrderOfRowsChangesNothing(@ForAll long seed) {
    List<Row> rows = rows(new Random(seed));
    List<IdentityLink> links =
        new ArrayList<>(
            List.of(
                new IdentityLink("s1", "s9", IdentityLink.Kind.ALIAS, null),
                new IdentityLink("s9", "s3", IdentityLink.Kind.BRANCH, null),
                new IdentityLink("s4", "s5", IdentityLink.Kind.GROUP, null)));
    Portfolio one = build(rows, links);
    Collections.shuffle(rows, new Random(seed + 1));
    Collections.shuffle(links, new Random(seed + 2));
    Portfolio other = build(rows, links);
    for (String type : List.of("programme", "stakeholder", "activity")) {
      assertEquals(numbering(one, type), numbering(other, type));
    }
    assertEquals(derived(one), derived(other));
  }

  @Property(tries = 100)
  void rowsOfOneUnitAndVersionsOfOneIdAreNeighboursOldestFirst(@ForAll long seed) {
    Portfolio portfolio =
        build(rows(new Random(seed)), List.of(new IdentityLink("s1", "s9", IdentityLink.Kind.ALIAS, null)));
    Units units = portfolio.units("stakeholder");
    int[] from = ((Column.Days) portfolio.table("stakeholder").batches().get(0).column("valid-from")).values();
    for (int row = 1; row < portfolio.table("stakeholder").size(); row++) {
      int step = units.unit(row) - units.unit(row - 1);
      assertEquals(step, step == 0 ? 0 : 1);
      boolean same = portfolio.idOf("stakeholder", row).equals(portfolio.idOf("stakeholder", row - 1));
      assertEquals(same, same && from[row - 1] < from[row]);
    }
  }
}
