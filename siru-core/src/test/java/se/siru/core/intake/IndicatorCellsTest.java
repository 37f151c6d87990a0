package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.siru.core.model.Comment;
import se.siru.core.model.Field;
import se.siru.core.model.Observation;
import se.siru.core.model.RecordType;
import se.siru.core.model.Target;

/** Targets, observations and comments name the cell of a result that they are about in one way. */
class IndicatorCellsTest {
  private static final List<String> SHARED = List.of("indicator", "period", "breakdown");

  @TempDir Path root;

  private static List<Function<Field<?>, Object>> properties() {
    return List.of(Field::kind, Field::role, Field::required, Field::many, Field::label, Field::doc);
  }

  @ParameterizedTest
  @MethodSource("properties")
  void theFieldsAreTheSame(Function<Field<?>, Object> property) {
    for (String name : SHARED) {
      List<Object> all =
          Stream.of(Target.TYPE, Observation.TYPE, Comment.TYPE)
              .map(type -> property.apply(type.field(name).orElseThrow()))
              .distinct()
              .toList();
      assertEquals(1, all.size(), name + ": " + all);
    }
  }

  private PortfolioReader.Result read(String cells) throws IOException {
    return new PortfolioFolder(root)
        .file("targets.csv", "indicator,period,breakdown,value", cells + ",10")
        .file("observations.csv", "indicator,period,breakdown,value,kind", cells + ",10,reported")
        .file("comments.csv", "indicator,period,breakdown,text,status", cells + ",Ord,final")
        .read();
  }

  private static List<Object> values(PortfolioReader.Result result, RecordType type) {
    return result.orThrow().rows(type)
        .map(row -> (Object) SHARED.stream().map(name -> String.valueOf(row.get(type.field(name).orElseThrow()))).toList())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RCO01,2023,", "siru:density,P1..P3,sector=public", "SI-P04,total,\"sector=public;county=SE110\"", "Å,' P3,"})
  void theSameCellsAreReadAsTheSame(String cells) throws IOException {
    PortfolioReader.Result result = read(cells);
    assertEquals(values(result, Target.TYPE), values(result, Observation.TYPE));
    assertEquals(values(result, Target.TYPE), values(result, Comment.TYPE));
  }

  @Test
  void theSameMistakesAreToldInTheSameColumns() throws IOException {
    assertEquals(
        List.of(
            "comments.csv:2:breakdown cell.control-character",
            "comments.csv:2:indicator cell.required",
            "comments.csv:2:period cell.required",
            "observations.csv:2:breakdown cell.control-character",
            "observations.csv:2:indicator cell.required",
            "observations.csv:2:period cell.required",
            "targets.csv:2:breakdown cell.control-character",
            "targets.csv:2:indicator cell.required",
            "targets.csv:2:period cell.required"),
        PortfolioFolder.found(read(",,sector=\u0001")).stream().sorted().toList());
  }
}
