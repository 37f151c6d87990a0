package se.siru.core.portfolio;

import java.util.LinkedHashSet;
import java.util.Set;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;

/**
 * Which types of facts a portfolio can do without once each of their records was checked alone. Of the others, some rule or table looks at
 * records beside each other, or after everything was read.
 */
final class Releasable {
  private Releasable() {}

  static Set<RecordType> of(Schema schema, Star star, PortfolioCheck check) {
    Set<RecordType> types = new LinkedHashSet<>();
    for (RecordType type : schema.types()) {
      if (WhyKept.ofType(type).stream().noneMatch(why -> applies(why, schema, star)) && !check.reads(type)) {
        types.add(type);
      }
    }
    return types;
  }

  private static boolean applies(WhyKept why, Schema schema, Star star) {
    return why != WhyKept.SUPPORT_FOLLOWS || new DerivedSupport(schema, star).applies();
  }
}
