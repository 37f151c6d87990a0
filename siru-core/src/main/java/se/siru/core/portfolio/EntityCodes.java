package se.siru.core.portfolio;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Field;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.RecordType;
import se.siru.core.model.Row;
import se.siru.core.text.LocalizedText;
import se.siru.core.vocabulary.Code;
import se.siru.core.vocabulary.Codelist;

/** The units of an entity type as a code list, so that results can be broken down by what records refer to. */
final class EntityCodes {
  private static final String NAME = "name";

  private EntityCodes() {}

  /** A code for each unit, in the order of their numbers. */
  static Codelist of(Portfolio portfolio, String entityType) {
    RecordType type = portfolio.schema().type(entityType);
    Units units = portfolio.units(entityType);
    List<Code> codes = new ArrayList<>(units.count());
    Set<String> taken = new HashSet<>();
    for (int unit = 0; unit < units.count(); unit++) {
      String id = units.id(unit);
      Optional<Row> newest = portfolio.find(type, id);
      codes.add(code(unique(code(id), taken), newest.orElse(null), portfolio, type));
    }
    return Codelist.of(entityType, "", type.label(), codes);
  }

  /** Units that a link from a day on has made of one id. */
  private static String unique(String code, Set<String> taken) {
    String unique = code;
    for (int more = 2; !taken.add(unique); more++) {
      unique = code + "/" + more;
    }
    return unique;
  }

  private static Code code(String code, @Nullable Row newest, Portfolio portfolio, RecordType type) {
    String name = newest == null ? "" : name(newest, type);
    LocalizedText label = name.isEmpty() ? LocalizedText.empty() : LocalizedText.undetermined(name);
    String parent = null;
    String level = null;
    if (newest != null && type.name().equals(ProgrammeNode.TYPE.name())) {
      parent = newest.get(ProgrammeNode.PARENT);
      level = newest.get(ProgrammeNode.LEVEL);
      parent = parent == null || portfolio.find(type, parent).isEmpty() ? null : code(parent);
    }
    return new Code(code, label, parent, level, null, null, List.of());
  }

  private static String name(Row row, RecordType type) {
    Field<?> field = type.field(NAME).orElse(null);
    Object name = field == null ? null : row.get(field);
    return name == null ? "" : name.toString();
  }

  /** The word for what is not known is no code, also where something has it as its id. */
  private static String code(String id) {
    return id.equals(Codelist.UNKNOWN) ? "'" + id + "'" : id;
  }
}
