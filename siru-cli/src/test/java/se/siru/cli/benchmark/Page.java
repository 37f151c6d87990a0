package se.siru.cli.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where tables go: to the output, and between marks of the page that {@code siru.benchmark.report} names. A table whose
 * marks the page lacks is put at its end, with marks.
 */
final class Page {
  private Page() {}

  static void put(String name, String table) throws IOException {
    System.out.println(table);
    String report = Settings.text("report", "");
    if (!report.isEmpty()) {
      Path page = Path.of(report);
      Files.writeString(page, renewed(Files.exists(page) ? Files.readString(page) : "", name, table));
    }
  }

  static String renewed(String page, String name, String table) {
    String from = "<!-- measured: " + name + " -->\n";
    String until = "<!-- end: " + name + " -->\n";
    int start = page.indexOf(from);
    int end = page.indexOf(until, Math.max(start, 0));
    return start < 0 || end < 0
        ? page + "\n" + from + table + until
        : page.substring(0, start + from.length()) + table + page.substring(end);
  }
}
