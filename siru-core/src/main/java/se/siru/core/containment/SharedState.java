package se.siru.core.containment;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * What the whole process shares and foreign code might change. It is only ever compared and put back; nothing in the library depends
 * on it.
 */
record SharedState(
    Locale locale,
    Locale display,
    Locale format,
    TimeZone zone,
    InputStream in,
    PrintStream out,
    PrintStream err,
    @Nullable ClassLoader context) {

  static SharedState now() {
    return new SharedState(
        Locale.getDefault(),
        Locale.getDefault(Locale.Category.DISPLAY),
        Locale.getDefault(Locale.Category.FORMAT),
        TimeZone.getDefault(),
        System.in,
        System.out,
        System.err,
        Thread.currentThread().getContextClassLoader());
  }

  /** Puts back what has changed since; the names of it. */
  List<String> restore() {
    SharedState now = now();
    List<String> changed = new ArrayList<>();
    if (!locale.equals(now.locale) || !display.equals(now.display) || !format.equals(now.format)) {
      changed.add("the default locale");
      Locale.setDefault(locale);
      Locale.setDefault(Locale.Category.DISPLAY, display);
      Locale.setDefault(Locale.Category.FORMAT, format);
    }
    if (!zone.equals(now.zone)) {
      changed.add("the default time zone");
      TimeZone.setDefault(zone);
    }
    if (in != now.in || out != now.out || err != now.err) {
      changed.add("the system streams");
      System.setIn(in);
      System.setOut(out);
      System.setErr(err);
    }
    if (context != now.context) {
      changed.add("the context class loader");
      Thread.currentThread().setContextClassLoader(context);
    }
    return changed;
  }
}
