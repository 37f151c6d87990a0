package se.siru.core.plugin;

import static se.siru.core.plugin.PluginFault.of;
import static se.siru.core.plugin.PluginFault.plugin;

import java.time.Duration;
import java.util.List;
import se.siru.core.plugin.PluginFault.Fixture;
import se.siru.core.plugin.PluginFault.Stage;

/** What the code of a plugin at work may do wrong: functions, accumulators, conditions, exporters. */
final class CodeFaults {
  /** Throws what it does not declare. */
  static final String SNEAK =
      "@SuppressWarnings(\"unchecked\") static <E extends Throwable> RuntimeException sneak(Throwable t) throws E { throw (E) t; }";

  private static final Duration SHORT = Duration.ofMillis(200);
  private static final String ONE = "return new Outcome(Value.Quantity.of(1), 0);";
  private static final String AGGREGATE =
      "public List<Indicator> indicators() { return List.of(Indicator.measure(\"$ID:value\").code(\"$ID-1\").over(Agreement.TYPE)%s.build()); }";

  private CodeFaults() {}

  static final List<PluginFault> ALL =
      List.of(
          failing(51, "a function throws", "java.lang.IllegalStateException: x", "throw new IllegalStateException(\"x\");"),
          failing(52, "a function throws a checked exception that it does not declare", "java.io.IOException: x",
              "throw $NAME.<RuntimeException>sneak(new java.io.IOException(\"x\"));"),
          failing(53, "a function throws an AssertionError", "java.lang.AssertionError: x", "throw new AssertionError(\"x\");"),
          failing(54, "a function lacks a method that was added since",
              "compiled against version 1, and this host serves versions 1 to 1 of the plugin contract",
              "throw new AbstractMethodError(\"x\");"),
          failing(55, "a function recurses for ever", "java.lang.StackOverflowError", "return apply(selection, context);"),
          failing(56, "a function gives null", "returned null", "return null;"),
          failing(57, "a function changes the default locale", "changed the default locale, which was put back",
              "Locale.setDefault(Locale.forLanguageTag(\"tr\")); " + ONE),
          failing(58, "a function changes the context class loader", "changed the context class loader, which was put back",
              "Thread.currentThread().setContextClassLoader(null); " + ONE),
          failing(59, "a function never comes back and heeds no interrupt",
              "gave no result within 200 ms and was left running, since it does not heed interrupts",
              "while (true) try { new java.util.concurrent.CountDownLatch(1).await(); } catch (InterruptedException e) { continue; }")
              .within(SHORT),
          failing(60, "a function waits for ever and heeds interrupts", "gave no result within 200 ms",
              "try { new java.util.concurrent.CountDownLatch(1).await(); } catch (InterruptedException e) { return null; } " + ONE)
              .within(SHORT),
          failing(61, "a function calls the library, which calls it again", "was called from itself 8 times over",
              "Portfolio inner = Portfolio.builder().add(ProgrammeNode.TYPE.row(\"op\").with(ProgrammeNode.LEVEL, \"operation\").build())"
                  + ".add(Stakeholder.TYPE.row(\"s\").build())"
                  + ".add(Agreement.TYPE.row(\"a\").with(Agreement.SUPPLIER, \"s\").build()).build();"
                  + " Catalogue own = Catalogue.empty().with(new Provider(\"$ID\", \"1\", \"x\"), new $NAME().indicators(), List.of(this));"
                  + " return new Outcome(Evaluation.of(inner, own).run().cells().findFirst().get().value(), 0);"),
          of(62, "an accumulator changes the records that it is given", Stage.EVALUATION, "java.lang.UnsupportedOperationException",
              plugin(accumulator("rows.clear();"))),
          of(63, "a condition throws", Stage.EVALUATION, "java.lang.IllegalStateException: x",
              plugin(String.format(AGGREGATE,
                  ".where(Condition.of(\"is broken\", row -> { throw new IllegalStateException(\"x\"); })).count()"))),
          of(64, "memory runs out in the constructor", Stage.MACHINE, "in the constructor of p.$NAME",
              plugin("public $NAME() { throw new OutOfMemoryError(\"none left\"); }")),
          of(65, "memory runs out in a function", Stage.MACHINE, "in the code of the plugin $ID for $ID:value",
              function("throw new IllegalStateException(new OutOfMemoryError(\"none left\"));")),
          of(66, "an accumulator is not thread-safe", Stage.NONE, "3",
              plugin("static int inside; " + accumulator(
                  "if (inside++ != 0) throw new IllegalStateException(); inside--; state[0] += rows.size();"))),
          written(71, "an exporter closes the stream twice, flushes nothing and goes on", Stage.NONE, "text",
              "out.write('t'); out.write('e'); out.write('x'); out.close(); out.close(); out.write('t'); return LossReport.none();"),
          written(72, "an exporter throws", Stage.EXPORT, "threw java.lang.IllegalStateException: x",
              "out.write('t'); throw new IllegalStateException(\"x\");"),
          written(73, "an exporter throws an AssertionError", Stage.EXPORT, "threw java.lang.AssertionError: x",
              "throw new AssertionError(\"x\");"),
          written(74, "an exporter gives null", Stage.EXPORT, "gave null", "return null;"),
          written(75, "an exporter changes the default time zone", Stage.EXPORT, "changed the default time zone, which was put back",
              "TimeZone.setDefault(TimeZone.getTimeZone(\"Pacific/Kiritimati\")); return LossReport.none();"),
          written(76, "an exporter writes to a stream after its export is over", Stage.EXPORT, "threw java.io.IOException",
              "if (kept == null) { out.write('t'); kept = out; throw new IllegalStateException(new java.io.IOException()); }"
                  + " kept.write('x'); return LossReport.none();"),
          failing(81, "a function gives an outcome without a value", "gave null instead of a value", "return new Outcome(null, 0);"),
          giving(82, "a function gives what is not a number", Stage.EVALUATION, "java.lang.NumberFormatException",
              "new java.math.BigDecimal(Double.NaN)"),
          giving(83, "a function gives an infinite number", Stage.EVALUATION, "java.lang.NumberFormatException",
              "new java.math.BigDecimal(Double.NEGATIVE_INFINITY)"),
          giving(84, "a function gives a number of a million digits", Stage.EVALUATION, "gave a number of more than",
              "new java.math.BigDecimal(\"1e1000000\")"),
          giving(85, "a function gives a number of a million decimals", Stage.EVALUATION, "gave a number of more than",
              "new java.math.BigDecimal(\"1e-1000000\")"),
          giving(86, "a function gives minus zero, which is zero", Stage.NONE, "0", "java.math.BigDecimal.valueOf(-0.0)"),
          giving(87, "a function gives less than the declared range", Stage.EVALUATION, "-3 lies outside the declared range, at least 0",
              "new java.math.BigDecimal(-3)"),
          failing(88, "a function left out fewer than none", "left out -1; it is from 0", "return new Outcome(Value.Quantity.of(1), -1);"),
          of(89, "an accumulator changes a state when it is finished", Stage.EVALUATION, "a state changed while cells were made of it",
              plugin(accumulator("state[0] += rows.size();").replace("Value.Quantity.of(state[0])", "Value.Quantity.of(state[0]++)"))),
          of(90, "the parts that a function gives are not its total", Stage.EVALUATION,
              "additivity violated: the parts by legal-basis give 4, the total is 2",
              function("return new Outcome(Value.Quantity.of(selection.size() + 1), 0);", ".additiveOver(\"legal-basis\")")),
          of(91, "a function gives something else the second time, and the evaluation asks twice", Stage.EVALUATION,
              "not deterministic: ", plugin("static int calls; " + functionOf("return new Outcome(Value.Quantity.of(calls++), 0);", ""))),
          of(92, "a function gives 140 per cent, and declares at most 100", Stage.EVALUATION,
              "140 % lies outside the declared range, from 0 to 100", function(parts(7, 5), ".unit(\"percent\").range(Range.between(0, 100))")),
          of(93, "a function gives more than none of nothing", Stage.EVALUATION, "a ratio over 0", function(parts(7, 0))),
          failing(94, "a function gives an interval that ends below its beginning", "gave an interval that ends below its beginning",
              "return new Outcome(new Value.Interval(java.math.BigDecimal.TEN, java.math.BigDecimal.ONE), 0);"),
          giving(95, "a function gives a value without a number", Stage.EVALUATION, "gave null instead of a number", "null"),
          failing(96, "a function gives null instead of cautions", "java.lang.NullPointerException",
              "return new Outcome(Value.Quantity.of(1), 0, null);"),
          failing(97, "a function gives a caution that is null", "a caution is null",
              "return new Outcome(Value.Quantity.of(1), 0, Arrays.asList((se.siru.core.finding.Rule) null));"),
          failing(98, "a function calls a value suppressed", "which only whoever publishes decides",
              "return new Outcome(Value.Absent.of(Value.Reason.SUPPRESSED), 0);"),
          of(99, "a function gives a number of a million noughts after the decimal point, which is 1", Stage.EVALUATION,
              "gave a number of more than", function("return new Outcome(new Value.Quantity(java.math.BigDecimal.ONE.setScale(1_000_000)), 0);")),
          giving(100, "a function gives zero with a million decimals, which is zero", Stage.NONE, "0",
              "java.math.BigDecimal.ZERO.setScale(1_000_000)"),
          giving(101, "a function gives zero times ten to the power of a million, which is zero", Stage.NONE, "0",
              "java.math.BigDecimal.ZERO.setScale(-1_000_000)"),
          of(102, "a function says another id when it is asked again", Stage.NONE, "1",
              plugin(functionOf(ONE, "").replace(
                  "return \"$ID:f\"", "return asked++ == 0 ? \"$ID:f\" : \"good:contracts\"").replace(
                  "public String id()", "private int asked; public String id()"))));

  private static String parts(int numerator, int denominator) {
    return "return new Outcome(new Value.Ratio(java.math.BigDecimal.valueOf(" + numerator + "), java.math.BigDecimal.valueOf(" + denominator
        + ")), 0);";
  }


  private static PluginFault failing(int number, String what, String told, String body) {
    return of(number, what, Stage.EVALUATION, told, function(body));
  }

  private static PluginFault giving(int number, String what, Stage stage, String told, String decimal) {
    return of(number, what, stage, told, function("return new Outcome(new Value.Quantity(" + decimal + "), 0);"));
  }

  private static PluginFault written(int number, String what, Stage stage, String told, String body) {
    return of(number, what, stage, told, plugin(exporter("$ID-text", body)));
  }

  private static Fixture function(String body) {
    return function(body, "");
  }

  private static Fixture function(String body, String declared) {
    return plugin(functionOf(body, declared));
  }

  private static String functionOf(String body, String declared) {
    String aggregate = String.format(AGGREGATE,
        ".range(Range.NOT_NEGATIVE)" + declared
            + ".aggregate(new Aggregate.Function(\"$ID:f\", Map.of(), List.of(Agreement.SUPPLIER.path())))");
    return aggregate + SNEAK
        + " public List<IndicatorFunction> functions() { return List.of(new IndicatorFunction() {"
        + " public String id() { return \"$ID:f\"; }"
        + " public Outcome apply(Selection selection, Context context) { " + body + " } }); }";
  }

  private static String accumulator(String add) {
    return String.format(AGGREGATE, ".aggregate(new Aggregate.Custom(new Accumulator<long[]>() {"
        + " public String name() { return \"own\"; }"
        + " public long[] create() { return new long[1]; }"
        + " public void add(long[] state, List<? extends Row> rows) { " + add + " }"
        + " public long[] merge(long[] a, long[] b) { return new long[] {a[0] + b[0]}; }"
        + " public Value finish(long[] state) { return Value.Quantity.of(state[0]); }"
        + " public void write(long[] state, java.io.DataOutput out) throws java.io.IOException { out.writeLong(state[0]); }"
        + " public long[] read(java.io.DataInput in) throws java.io.IOException { return new long[] {in.readLong()}; } }))");
  }

  /** The members of a plugin with a format. */
  static String exporter(String format, String body) {
    return "private static java.io.OutputStream kept; public List<Exporter> formats() { return List.of(new Exporter() {"
        + " public FormatDescriptor format() { return FormatDescriptor.of(\"" + format + "\", \"text/plain\", \"txt\"); }"
        + " public LossReport export(se.siru.core.disclosure.Publication publication, ExportContext context, java.io.OutputStream out)"
        + " throws java.io.IOException { " + body + " } }); }";
  }
}
