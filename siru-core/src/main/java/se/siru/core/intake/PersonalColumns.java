package se.siru.core.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a source that hold personal data: those that the mapping declares, those that it makes pseudonyms, age
 * classes or genders of, and those with addresses by which organisations are found.
 */
final class PersonalColumns {
  /** No column is personal. */
  static final PersonalColumns NONE = new PersonalColumns();

  private final Set<String> names = new LinkedHashSet<>();
  /** Columns of which codes of a closed list are made: what they say names nobody. */
  private final Set<String> coded = new LinkedHashSet<>();
  /** Columns with addresses of which organisations are found. */
  private final Set<String> addresses = new LinkedHashSet<>();
  private final List<OfElements> elements = new ArrayList<>();

  /** What is personal in each element of a list: itself, where the pointer is empty, or a member. */
  private record OfElements(RecordMapping.Each list, String pointer) {}

  void add(String nameOrPointer) {
    names.add(nameOrPointer);
  }

  /** Adds what only leads to an organisation: it is not shown, and is not looked for in other texts. */
  void addAddresses(ResolveColumns columns, RecordMapping.@Nullable Each each) {
    for (From from : columns.addresses()) {
      from.columns(addresses);
      elements(from, each);
    }
  }

  /** Adds what a personal field reads. */
  void add(FieldMapping field, RecordMapping.@Nullable Each each) {
    From read = field.from instanceof PseudonymOf pseudonym ? pseudonym.personal() : field.from;
    read.columns(names);
    elements(read, each);
  }

  private void elements(From read, RecordMapping.@Nullable Each each) {
    if (each != null) {
      Set<String> pointers = new LinkedHashSet<>();
      read.elements(pointers);
      pointers.forEach(pointer -> elements.add(new OfElements(each, pointer)));
    }
  }

  /** Says that codes are made of what a field reads. */
  void addCoded(FieldMapping field) {
    field.from.columns(coded);
  }

  boolean isEmpty() {
    return names.isEmpty() && addresses.isEmpty() && elements.isEmpty();
  }

  /** True where a column is personal, holds something that is, or is part of it. */
  boolean contains(String nameOrPointer) {
    String pointer = pointer(nameOrPointer);
    boolean isOne = Stream.concat(names.stream(), addresses.stream())
        .map(PersonalColumns::pointer)
        .anyMatch(personal ->
            pointer.equals(personal) || pointer.startsWith(personal + "/") || personal.startsWith(pointer + "/"));
    return isOne || elements.stream().anyMatch(of -> of.list.column().equals(nameOrPointer));
  }

  /** True where a field of records reads any of it. */
  boolean isReadBy(FieldMapping field, RecordMapping.@Nullable Each each) {
    Set<String> read = new LinkedHashSet<>();
    field.from.columns(read);
    if (read.stream().anyMatch(this::contains)) {
      return true;
    }
    Set<String> pointers = new LinkedHashSet<>();
    field.from.elements(pointers);
    return each != null && pointers.stream().anyMatch(pointer ->
        names.contains(each.column())
            || elements.stream().anyMatch(of -> of.list.column().equals(each.column())
                && (of.pointer.startsWith(pointer) || pointer.startsWith(of.pointer))));
  }

  private static String pointer(String name) {
    return name.startsWith("/") ? name : "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /** The texts about persons in a row, but not those that only become codes. */
  List<String> texts(SourceRow row) {
    List<String> texts = new ArrayList<>();
    for (String name : names) {
      if (!coded.contains(name)) {
        row.elements(name).forEach(value -> collect(value, texts));
      }
    }
    for (OfElements of : elements) {
      for (Cell element : row.elements(of.list.column())) {
        Cell value = of.pointer.isEmpty() ? element : SourceRow.at(element, of.pointer);
        if (value != null && value.kind() == Cell.Kind.TEXT && of.list.split() != null) {
          texts.addAll(List.of(value.text().split(Pattern.quote(of.list.split()))));
        } else if (value != null) {
          collect(value, texts);
        }
      }
    }
    return texts;
  }

  private static void collect(Cell value, List<String> texts) {
    if (value.isNested()) {
      value.elements().forEach(element -> collect(element, texts));
      value.members().values().forEach(member -> collect(member, texts));
    } else if (!value.isBlank()) {
      texts.add(value.text());
    }
  }
}
