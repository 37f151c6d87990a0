package se.siru.core.portfolio;

import java.util.LinkedHashSet;
import java.util.Set;
import se.siru.core.model.Participation;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.model.Support;

/**
 * Which types of facts a portfolio can do without once each of their records was checked alone. Of the others, some rule or table looks at
 * records beside each other, or after everything was read.
 */
final class Releasable {
  private Releasable() {}

  static Set<RecordType> of(Schema schema, Star star, PortfolioCheck check) {
    boolean supportIsRead = check.reads(schema.type(Support.TYPE.name())) && new DerivedSupport(schema, star).applies();
    Set<RecordType> types = new LinkedHashSet<>();
    for (RecordType type : schema.types()) {
      // Whoever reads support may ask which attendance it was made of.
      boolean isRead = check.reads(type) || supportIsRead && type.name().equals(Participation.TYPE.name());
      if (WhyKept.ofType(type).isEmpty() && !isRead) {
        types.add(type);
      }
    }
    return types;
  }
}
