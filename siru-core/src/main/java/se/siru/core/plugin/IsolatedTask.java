package se.siru.core.plugin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.indicator.RuleSet;
import se.siru.core.indicator.RuleSetReader;
import se.siru.core.indicator.RuleSetWriter;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonException;
import se.siru.core.json.JsonFindings;
import se.siru.core.json.JsonLimits;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonReader;
import se.siru.core.json.JsonWriter;
import se.siru.core.model.TimePeriod;

/**
 * What a process of a plugin is to do, as it stands in its folder: say what the plugins of some jars bring or, with an evaluation,
 * evaluate.
 *
 * @param name the name of the jars for messages
 * @param excluded classes of plugins that are not even made
 * @param rules the rule set that indicators are made under
 * @param budget how long one call may take
 */
record IsolatedTask(
    String name, List<Path> jars, Set<String> excluded, RuleSet rules, Duration budget, @Nullable Evaluating evaluating) {
  /** The file in the folder of a process. */
  static final String FILE = "task.json";

  private static final String FORMAT = "siru-isolated-task/1";
  private static final int MOST_THREADS = 1_024;

  /**
   * An evaluation of the portfolio in the folder.
   *
   * @param plugin the plugin's id
   * @param measures ids of the plugin's own measures
   * @param definitions definitions of others' measures, as one document; empty where there are none
   */
  record Evaluating(
      String plugin,
      List<String> measures,
      String definitions,
      List<TimePeriod> periods,
      List<String> breakdowns,
      boolean allCodes,
      int threads) {}

  void write(Path folder) throws IOException {
    JsonObject.Builder root =
        JsonObject.builder()
            .put("siru", FORMAT)
            .put("name", name)
            .put("jars", jars.stream().map(Path::toString).toList())
            .put("excluded", excluded.stream().sorted().toList())
            .put("budget", budget.toMillis());
    if (!rules.isDefaults()) {
      root.put("rules", RuleSetWriter.text(rules));
    }
    if (evaluating != null) {
      root.put("evaluate", evaluate(evaluating));
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve(FILE))) {
      JsonWriter.compact(out).write(root.build()).finish();
    }
  }

  private static JsonObject evaluate(Evaluating asked) {
    return JsonObject.builder()
        .put("plugin", asked.plugin)
        .put("measures", asked.measures)
        .put("definitions", asked.definitions)
        .put("periods", JsonArray.copyOf(asked.periods.stream().map(IsolatedTask::period).toList()))
        .put("breakdowns", asked.breakdowns)
        .put("all-codes", asked.allCodes)
        .put("threads", asked.threads)
        .build();
  }

  private static JsonObject period(TimePeriod period) {
    JsonObject.Builder object = JsonObject.builder().put("label", period.label());
    LocalDate from = period.from();
    LocalDate until = period.until();
    if (from != null) {
      object.put("from", from.toString());
    }
    if (until != null) {
      object.put("until", until.toString());
    }
    return object.build();
  }

  static IsolatedTask read(Path folder) throws IOException {
    Findings findings = new Findings();
    JsonAccess root;
    try (InputStream in = Files.newInputStream(folder.resolve(FILE))) {
      root = JsonAccess.of(JsonReader.readObject(in, FILE, JsonLimits.defaults()), JsonFindings.into(findings, FILE));
    } catch (JsonException refused) {
      throw new IOException(JsonFindings.of(refused).toString(), refused);
    }
    String format = root.requiredText("siru").orElse("");
    String name = root.requiredText("name").orElse("");
    List<Path> jars = root.texts("jars").stream().map(Path::of).toList();
    Set<String> excluded = new TreeSet<>(root.texts("excluded"));
    OptionalLong budget = root.requiredInteger("budget", 1, Long.MAX_VALUE);
    RuleSet rules = root.text("rules").map(IsolatedTask::rules).orElse(RuleSet.defaults());
    Evaluating evaluating = root.object("evaluate").map(IsolatedTask::evaluating).orElse(null);
    root.finish();
    if (!format.equals(FORMAT) || findings.hasErrors()) {
      throw new IOException(FILE + " is no " + FORMAT + ": " + findings.list());
    }
    return new IsolatedTask(name, jars, excluded, rules, Duration.ofMillis(budget.orElse(1)), evaluating);
  }

  private static RuleSet rules(String text) {
    return RuleSetReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), FILE);
  }

  private static @Nullable LocalDate day(JsonAccess access, String member) {
    return access.text(member).map(LocalDate::parse).orElse(null);
  }

  private static Evaluating evaluating(JsonAccess access) {
    List<TimePeriod> periods = new ArrayList<>();
    for (JsonAccess period : access.objects("periods")) {
      String label = period.requiredText("label").orElse("");
      periods.add(new TimePeriod(label, day(period, "from"), day(period, "until")));
      period.finish();
    }
    Evaluating evaluating =
        new Evaluating(
            access.requiredText("plugin").orElse(""),
            access.texts("measures"),
            access.requiredText("definitions").orElse(""),
            periods,
            access.texts("breakdowns"),
            access.requiredBool("all-codes").orElse(false),
            (int) access.requiredInteger("threads", 1, MOST_THREADS).orElse(1));
    access.finish();
    return evaluating;
  }
}
