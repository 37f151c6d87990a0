package se.siru.core.portfolio;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import se.siru.core.model.Comment;
import se.siru.core.model.FieldRole;
import se.siru.core.model.RecordType;
import se.siru.core.model.Target;
import se.siru.core.stability.Experimental;

/**
 * Why the records of a type are kept and not let go of once each was checked and counted. Besides, a {@link PortfolioCheck} that
 * {@linkplain PortfolioCheck#reads reads} a type has its records kept, and a document is read whole. Constants may be added.
 */
@Experimental(since = "0.1.0")
public enum WhyKept {
  /** They are entities, which facts refer to. */
  ENTITY,
  /** They have ids, of which no two may be the same, and others may name them. */
  ID,
  /** They are about records of any type, which must be there. */
  SUBJECT,
  /** They are targets or comments, which are looked up when results are made and told. */
  LOOKED_UP,
  /** A condition asks for them as related records of others. */
  RELATED,
  /** Days of them are compared with those of related records. */
  COMPARED_DAYS,
  /** A condition on them asks for support, some of which may follow from attendance that is read at the same time. */
  ASKS_FOR_SUPPORT,
  /** Code that is not this library's counts them. */
  CODE_OF_OTHERS;

  /** The reasons that lie in a type alone, whatever is asked of its records. */
  public static Set<WhyKept> ofType(RecordType type) {
    EnumSet<WhyKept> why = EnumSet.noneOf(WhyKept.class);
    if (type.isEntity()) {
      why.add(ENTITY);
    } else if (type.field(FieldRole.ID).isPresent()) {
      why.add(ID);
    }
    if (type.field(FieldRole.SUBJECT).isPresent()) {
      why.add(SUBJECT);
    }
    if (type.name().equals(Target.TYPE.name()) || type.name().equals(Comment.TYPE.name())) {
      why.add(LOOKED_UP);
    }
    return Collections.unmodifiableSet(why);
  }
}
