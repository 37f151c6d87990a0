package se.siru.core.portfolio;

import java.util.LinkedHashSet;
import java.util.Set;
import se.siru.core.model.Comment;
import se.siru.core.model.FieldRole;
import se.siru.core.model.Participation;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.model.Target;

/**
 * Which types of facts a portfolio can do without once each of their records was checked alone. Of the others, some rule or table looks at
 * records beside each other, or after everything was read.
 */
final class Releasable {
  private Releasable() {}

  static Set<RecordType> of(Schema schema, Star star, PortfolioCheck check) {
    Set<RecordType> types = new LinkedHashSet<>();
    for (RecordType type : schema.types()) {
      if (!type.isEntity() && isAlone(type) && !isRead(type) && !isFollowed(type, schema, star) && !check.reads(type)) {
        types.add(type);
      }
    }
    return types;
  }

  /** Records without ids, so that no two have one and nothing names them, and that are not about records of any type. */
  private static boolean isAlone(RecordType type) {
    return type.field(FieldRole.ID).isEmpty() && type.field(FieldRole.SUBJECT).isEmpty();
  }

  /** Targets and comments are looked up when results are made and told. */
  private static boolean isRead(RecordType type) {
    return type.name().equals(Target.TYPE.name()) || type.name().equals(Comment.TYPE.name());
  }

  /** Support follows from the attendance of activities that give some. */
  private static boolean isFollowed(RecordType type, Schema schema, Star star) {
    return type.name().equals(Participation.TYPE.name()) && new DerivedSupport(schema, star).applies();
  }
}
