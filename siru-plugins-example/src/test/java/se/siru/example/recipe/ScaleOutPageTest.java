package se.siru.example.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on scaling out shows the class that the profile {@code spark} runs, word for word, and others that compile. */
class ScaleOutPageTest {
  private static final Path PAGES = Path.of("..", "docs", "how-to");

  /** The methods of Beam's and Flink's types that the page overrides. */
  private static final String SHAPES = """
      abstract class CombineFn<I, A, O> {
        public abstract A createAccumulator();
        public abstract A addInput(A accumulator, I input);
        public abstract A mergeAccumulators(Iterable<A> accumulators);
        public abstract O extractOutput(A accumulator);
      }
      interface AggregateFunction<I, A, O> {
        A createAccumulator();
        A add(I value, A accumulator);
        O getResult(A accumulator);
        A merge(A a, A b);
      }
      """;

  private static List<String> blocks() throws IOException {
    Matcher matcher =
        Pattern.compile("```text\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGES.resolve("scale-out.md")));
    return matcher.results().map(found -> found.group(1)).toList();
  }

  @Test
  void theRecipeIsTheClassThatIsTested() throws IOException {
    String source = Files.readString(Path.of("src", "test", "java", "se", "siru", "example", "spark", "SparkEvaluation.java"));
    assertEquals(source.substring(source.indexOf("/**")), blocks().get(0));
    assertEquals(3, blocks().size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theOthersCompile(int block, @TempDir Path classes) throws IOException {
    String source =
        """
        final class Page {
          static se.siru.core.evaluation.EvaluationInParts HERE;
          record Range(int from, int until) {}
          %s
          static %s
        }
        """.formatted(SHAPES.replace("abstract class", "abstract static class"), blocks().get(block));
    JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///Page.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
    StringWriter told = new StringWriter();
    List<String> options = List.of("-classpath", System.getProperty("java.class.path"), "-d", classes.toString(), "-proc:none");
    assertTrue(ToolProvider.getSystemJavaCompiler().getTask(told, null, null, options, null, List.of(file)).call(), told::toString);
  }
}
