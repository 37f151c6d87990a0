package se.siru.core.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Activity;
import se.siru.core.model.Agreement;
import se.siru.core.model.Comment;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.FieldRole;
import se.siru.core.model.Initiative;
import se.siru.core.model.Network;
import se.siru.core.model.Participation;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;

/** One record type that the rows of a table may be, with the columns that then become fields. */
final class TypeGuess {
  /** The share of values that must be codes. */
  private static final double CODES = 0.8;
  private static final double BY_REFERENCE = 0.8;
  private static final double UNSURE = 0.3;
  private static final double LACKING = 0.5;
  private static final double PERSONS = 1;
  private static final double STAFF = 0.5;

  /** Record types that a row may name in passing. */
  static final List<String> NAMED_IN_PASSING =
      List.of(Stakeholder.TYPE.name(), Activity.TYPE.name(), Initiative.TYPE.name(), Network.TYPE.name());

  private static final List<Field<?>> OF_ACTIVITY =
      List.of(Activity.KIND, Activity.DURATION_HOURS, Activity.SUPPORT_KIND, Activity.PROGRAMME_PART);
  private static final List<Field<?>> OF_STAKEHOLDER =
      List.of(Stakeholder.SECTOR, Stakeholder.SIZE, Stakeholder.LEGAL_FORM, Stakeholder.ECONOMIC, Stakeholder.REGION,
          Stakeholder.COUNTRY, Stakeholder.REGISTERED, Stakeholder.ORGANISATION_NUMBER, Stakeholder.TARGET_GROUP);

  final RecordType type;
  /** What is taken, by column. */
  final List<ColumnMatch> taken = new ArrayList<>();
  /** What may be, best first. */
  final List<ColumnMatch> likely = new ArrayList<>();
  /** Fields that each record must have, and that no column gives. */
  final List<Field<?>> lacking = new ArrayList<>();
  final PersonRoles persons;
  private double score;

  TypeGuess(RecordType type, FoundTable table, PersonRoles persons, ColumnNames names, Schema schema) {
    this.type = type;
    this.persons = persons;
    List<ColumnMatch> all = matches(table, names, new ValueFit(schema, names));
    take(all);
    withoutUnclearReferences();
    weigh(names);
  }

  double score() {
    return score;
  }

  /** True where persons become stakeholders of their own. */
  boolean takesPersons() {
    return type.name().equals(Participation.TYPE.name()) && !persons.keys().isEmpty();
  }

  Optional<ColumnMatch> taken(Field<?> field) {
    return taken.stream().filter(match -> match.field().equals(field)).findFirst();
  }

  private List<ColumnMatch> matches(FoundTable table, ColumnNames names, ValueFit fit) {
    List<ColumnMatch> all = new ArrayList<>();
    boolean isComment = type.name().equals(Comment.TYPE.name());
    for (ColumnProfile column : table.columns) {
      boolean note = isComment && persons.of(column).filter(PersonRoles.NOTE::equals).isPresent();
      if (column.filled == 0 || persons.contains(column) && !note) {
        continue;
      }
      for (Field<?> field : type.fields()) {
        if (isOwn(field)) {
          add(all, column, field, null, names, fit);
        }
        if (field.kind() == FieldKind.REFERENCE && isOwn(field)) {
          attached(field).forEach(of -> add(all, column, of, field, names, fit));
        }
      }
    }
    all.sort(Comparator.comparingDouble((ColumnMatch match) -> -match.score())
        .thenComparing(match -> match.via() != null)
        .thenComparingInt(match -> match.column().position));
    return all;
  }

  /** True where a column may give a field; references only to what can be named in passing. */
  private boolean isOwn(Field<?> field) {
    boolean reference = field.kind() == FieldKind.REFERENCE;
    return field.role() != FieldRole.NODE
        && field.role() != FieldRole.VALID_FROM
        && !field.equals(Participation.PERSON)
        && (!reference || NAMED_IN_PASSING.contains(String.valueOf(field.target())));
  }

  private List<Field<?>> attached(Field<?> reference) {
    String target = String.valueOf(reference.target());
    return target.equals(Stakeholder.TYPE.name()) ? OF_STAKEHOLDER
        : reference.equals(Participation.ACTIVITY) ? OF_ACTIVITY
        : List.of();
  }

  private static void add(List<ColumnMatch> all, ColumnProfile column, Field<?> field, @Nullable Field<?> via,
      ColumnNames names, ValueFit fit) {
    double header = names.fit(column.name(), field);
    boolean small = field.kind() == FieldKind.CODE && column.distinct.size() > 1;
    if (header == 0 && (!small || via != null)) {
      return;
    }
    ColumnMatch match = ColumnMatch.of(column, field, via, header, fit.of(column, field));
    boolean strange = field.kind() == FieldKind.CODE && match.values() < CODES;
    if (strange || isUnclear(column, field, names)) {
      match = match.unsure();
    }
    if (match.score() >= ColumnMatch.LIKELY) {
      all.add(match);
    }
  }

  private static boolean isUnclear(ColumnProfile column, Field<?> field, ColumnNames names) {
    boolean number = field.kind().isNumber();
    return field.kind() == FieldKind.DATE && column.hasUnclearDays()
        || number && (column.hasUnclearNumbers() || names.scale(column.name()).isEmpty())
        || field.role() == FieldRole.ID && !column.isUnique();
  }

  /** Each column to one field and each field from one column, best first; of two equally good numbers, neither. */
  private void take(List<ColumnMatch> all) {
    Set<ColumnProfile> columns = new LinkedHashSet<>();
    Set<String> fields = new LinkedHashSet<>();
    for (ColumnMatch match : all) {
      if (match.isSure() && !columns.contains(match.column()) && !fields.contains(match.target())) {
        columns.add(match.column());
        fields.add(match.target());
        taken.add(match);
      }
    }
    taken.removeIf(match -> {
      boolean rival = isNumber(match.field()) && all.stream().anyMatch(other -> other.field().equals(match.field())
          && other.column() != match.column() && other.isSure() && other.header() >= match.header()
          && !columns.contains(other.column()));
      if (rival) {
        columns.remove(match.column());
        fields.remove(match.target());
      }
      return rival;
    });
    all.stream()
        .filter(match -> !columns.contains(match.column()) && !fields.contains(match.target()))
        .forEach(likely::add);
    for (Field<?> field : type.fields()) {
      boolean there = taken(field).isPresent() || field.role() == FieldRole.ID;
      if (field.required() && !there) {
        lacking.add(field);
      }
    }
  }

  private static boolean isNumber(Field<?> field) {
    return field.kind().isNumber();
  }

  /** What is known of an organisation belongs to the one that the row names; where there are several, it is asked for. */
  private void withoutUnclearReferences() {
    List<Field<?>> organisations = new ArrayList<>();
    taken.stream()
        .map(ColumnMatch::field)
        .filter(field -> field.kind() == FieldKind.REFERENCE && Stakeholder.TYPE.name().equals(field.target()))
        .forEach(organisations::add);
    List<ColumnMatch> kept = new ArrayList<>();
    for (ColumnMatch match : taken) {
      Field<?> via = match.via();
      if (via == null || via.equals(Participation.ACTIVITY) && taken(Participation.ACTIVITY).isPresent()) {
        kept.add(match);
      } else if (organisations.size() == 1 && Stakeholder.TYPE.name().equals(via.target())
          && !splits(organisations.get(0))) {
        kept.add(match.through(organisations.get(0)));
      } else {
        likely.add(match.unsure());
      }
    }
    taken.clear();
    taken.addAll(kept);
  }

  /** True where a row may name several organisations, so that it does not say of which it tells more. */
  private boolean splits(Field<?> reference) {
    return reference.many()
        && taken(reference).filter(match -> ValueFit.nameSeparator(match.column()) != null).isPresent();
  }

  private void weigh(ColumnNames names) {
    for (ColumnMatch match : taken) {
      score += names.specificity(match.column().name()) * (match.via() == null ? 1 : BY_REFERENCE);
    }
    for (ColumnMatch match : likely) {
      score += match.header() == ColumnNames.SAME && match.via() == null
          ? UNSURE * names.specificity(match.column().name())
          : 0;
    }
    score -= LACKING * lacking.size();
    score += takesPersons() ? PERSONS : 0;
    boolean advice = type.name().equals(Support.TYPE.name()) && persons.first(PersonRoles.STAFF).isPresent();
    score += advice ? STAFF : 0;
    boolean nameless = type.isEntity() && type.field("name").isPresent()
        && taken.stream().noneMatch(match -> match.via() == null && isNameOrId(match.field()));
    boolean agreement = type.name().equals(Agreement.TYPE.name());
    score -= nameless || agreement && taken.isEmpty() ? 2 * LACKING : 0;
  }

  private static boolean isNameOrId(Field<?> field) {
    return field.role() == FieldRole.ID || field.name().equals("name");
  }
}
