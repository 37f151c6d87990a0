package se.siru.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.siru.core.text.LocalizedText;
import se.siru.core.vocabulary.Code;

/** What holds for the description of every record type that ships with the library. */
class StandardTypesTest {
  private static final Schema SCHEMA = Schema.standard();

  static List<RecordType> types() {
    return List.copyOf(SCHEMA.types());
  }

  private static void assertInBothLanguages(LocalizedText text, String what) {
    assertEquals(Set.of("en", "sv"), text.asMap().keySet(), what);
    text.asMap().values().forEach(words -> assertFalse(words.isBlank(), what));
  }

  @ParameterizedTest
  @MethodSource("types")
  void isToldInSwedishAndEnglishFieldByField(RecordType type) {
    assertInBothLanguages(type.label(), type.name());
    assertInBothLanguages(type.doc(), type.name());
    for (Field<?> field : type.fields()) {
      assertInBothLanguages(field.label(), field.toString());
      assertInBothLanguages(field.doc(), field.toString());
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void pointsOnlyAtEntitiesAndCodeListsThatThereAre(RecordType type) {
    for (Field<?> field : type.fields()) {
      if (field.kind() == FieldKind.REFERENCE) {
        assertTrue(SCHEMA.type(String.valueOf(field.target())).isEntity(), field.toString());
      } else if (field.kind() == FieldKind.CODE) {
        assertFalse(SCHEMA.codelist(field).codes().isEmpty(), field.toString());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void hasDimensionsThatEndInACodeOrReferenceAndBeginInTheType(RecordType type) {
    type.dimensions().forEach((name, dimension) -> {
      assertEquals(type.name(), dimension.path().first().type(), name);
      assertTrue(Set.of(FieldKind.CODE, FieldKind.REFERENCE).contains(dimension.path().last().kind()), name);
    });
  }

  @ParameterizedTest
  @MethodSource("types")
  void namesASubjectByTypeAndIdOrNotAtAll(RecordType type) {
    assertEquals(type.field(FieldRole.SUBJECT).isPresent(), type.field(FieldRole.SUBJECT_TYPE).isPresent());
  }

  @Test
  void aSubjectCanBeARecordOfEveryTypeWithIdsUnderItsOwnName() {
    TreeMap<String, LocalizedText> listed = new TreeMap<>();
    for (Code code : SCHEMA.vocabulary().list("record-types").codes()) {
      listed.put(code.code(), code.label());
    }
    assertEquals(
        SCHEMA.types().stream()
            .filter(type -> type.field(FieldRole.ID).isPresent())
            .collect(Collectors.toMap(RecordType::name, RecordType::label, (one, other) -> one, TreeMap::new)),
        listed);
  }
}
