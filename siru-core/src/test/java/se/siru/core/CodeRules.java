package se.siru.core;

import com.tngtech.archunit.base.HasDescription;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rules of the code base: each takes classes and returns its violations, sorted. */
final class CodeRules {
  private static final Set<String> LOCALE_DEPENDENT_CONSTRUCTORS = Set.of(
      "java.text.DecimalFormat", "java.text.SimpleDateFormat", "java.text.MessageFormat",
      "java.text.ChoiceFormat", "java.util.GregorianCalendar");
  private static final Set<String> CHARSET_DEPENDENT_CONSTRUCTORS = Set.of(
      "java.io.FileReader", "java.io.FileWriter", "java.io.InputStreamReader", "java.io.OutputStreamWriter",
      "java.io.PrintStream", "java.io.PrintWriter", "java.util.Scanner");

  private CodeRules() {}

  /** Dependencies from a package on one that {@code order} lists later, and packages that it does not list. */
  static Set<String> againstTheOrder(JavaClasses classes, String root, List<String> order) {
    var found = new TreeSet<String>();
    for (JavaClass origin : classes) {
      Optional<String> from = part(origin, root);
      if (from.isEmpty()) {
        continue;
      }
      if (!order.contains(from.get())) {
        found.add("package " + from.get() + " has no place in the order: " + origin.getName());
        continue;
      }
      for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
        Optional<String> to = part(dependency.getTargetClass(), root);
        if (to.isPresent() && order.indexOf(to.get()) > order.indexOf(from.get())) {
          found.add(from.get() + " uses " + to.get() + ": " + dependency.getDescription());
        }
      }
    }
    return found;
  }

  /** The first package below {@code root}, empty text for {@code root} itself. */
  private static Optional<String> part(JavaClass type, String root) {
    String name = type.getBaseComponentType().getPackageName();
    if (name.equals(root)) {
      return Optional.of("");
    }
    if (!name.startsWith(root + ".")) {
      return Optional.empty();
    }
    return Optional.of(name.substring(root.length() + 1).split("\\.")[0]);
  }

  /** Types of {@code foreign} packages in what users of the exported packages see. */
  static Set<String> foreignTypesInSignatures(JavaClasses classes, Set<String> exported, List<String> foreign) {
    var found = new TreeSet<String>();
    for (JavaClass type : classes) {
      if (exported.contains(type.getPackageName()) && seen(type)) {
        var shown = new ArrayList<JavaType>(type.getInterfaces());
        type.getSuperclass().ifPresent(shown::add);
        shown.addAll(type.getTypeParameters());
        report(found, foreign, type, shown, type);
        type.getMembers().stream().filter(CodeRules::seen)
            .forEach(member -> report(found, foreign, member, shown(member), member));
      }
    }
    return found;
  }

  private static boolean seen(JavaClass type) {
    return seen(type.getModifiers()) && type.getEnclosingClass().map(CodeRules::seen).orElse(true);
  }

  private static boolean seen(JavaMember member) {
    return seen(member.getModifiers()) && !member.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  private static boolean seen(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  private static Collection<JavaType> shown(JavaMember member) {
    if (member instanceof JavaField field) {
      return List.of(field.getType());
    }
    var unit = (JavaCodeUnit) member;
    var types = new ArrayList<JavaType>(unit.getParameterTypes());
    types.add(unit.getReturnType());
    types.addAll(unit.getTypeParameters());
    unit.getThrowsClause().forEach(thrown -> types.add(thrown.getRawType()));
    return types;
  }

  private static void report(Set<String> found, List<String> foreign, HasAnnotations<?> annotated,
      Collection<? extends JavaType> types, HasDescription where) {
    Stream<JavaClass> annotations = annotated.getAnnotations().stream().map(JavaAnnotation::getRawType);
    Stream.concat(annotations, types.stream().flatMap(type -> type.getAllInvolvedRawTypes().stream()))
        .map(type -> type.getBaseComponentType().getName())
        .filter(name -> foreign.stream().anyMatch(name::startsWith))
        .forEach(name -> found.add(where.getDescription() + " shows " + name));
  }

  /**
   * Accesses to a clock, locale, zone, charset, class loader or stream that the caller did not hand in.
   *
   * @param keeper the package that may look at them, in order to put them back where others changed them
   */
  static Set<String> surroundings(JavaClasses classes, String keeper) {
    var found = new TreeSet<String>();
    for (JavaClass type : classes) {
      Stream.of(type.getAccessesFromSelf(), type.getMethodReferencesFromSelf(), type.getConstructorReferencesFromSelf())
          .<JavaAccess<?>>flatMap(Collection::stream)
          .filter(access -> !type.getPackageName().equals(keeper) && takesFromSurroundings(access.getTarget()))
          .forEach(access -> found.add(access.getDescription()));
    }
    return found;
  }

  private static boolean takesFromSurroundings(AccessTarget target) {
    String owner = target.getOwner().getName();
    String name = target.getName();
    List<String> parameters = target instanceof AccessTarget.CodeUnitAccessTarget unit
        ? unit.getRawParameterTypes().stream().map(JavaClass::getName).toList() : List.of();
    return streamOrExit(owner, name) || clock(owner, name, parameters)
        || localeOrZone(owner, name, parameters) || charset(owner, name, parameters)
        || name.equals("getContextClassLoader");
  }

  private static boolean streamOrExit(String owner, String name) {
    return owner.equals("java.lang.System") && Set.of("out", "err", "in", "exit", "console").contains(name)
        || owner.equals("java.lang.Runtime") && Set.of("exit", "halt").contains(name)
        || name.equals("printStackTrace");
  }

  private static boolean clock(String owner, String name, List<String> parameters) {
    return owner.startsWith("java.time.") && name.equals("now") && !parameters.contains("java.time.Clock")
        || owner.equals("java.time.Clock") && (name.startsWith("system") || name.startsWith("tick"))
        || owner.equals("java.lang.System") && name.equals("currentTimeMillis")
        || owner.equals("java.util.Date") && name.equals("<init>") && parameters.isEmpty()
        || owner.equals("java.util.Calendar") && name.equals("getInstance");
  }

  private static boolean localeOrZone(String owner, String name, List<String> parameters) {
    if (parameters.contains("java.util.Locale")) {
      return false;
    }
    boolean unnamedLocale = switch (owner) {
      case "java.lang.String" -> Set.of("format", "formatted").contains(name)
          || Set.of("toLowerCase", "toUpperCase").contains(name);
      case "java.io.PrintStream", "java.io.PrintWriter" -> Set.of("format", "printf").contains(name);
      case "java.util.Locale" -> name.equals("getDefault");
      case "java.util.Formatter" -> name.equals("<init>");
      case "java.text.NumberFormat", "java.text.DateFormat" -> name.startsWith("get") && name.endsWith("Instance");
      case "java.text.Collator", "java.text.BreakIterator", "java.text.DecimalFormatSymbols" ->
          name.startsWith("get") && name.endsWith("Instance") && parameters.isEmpty();
      case "java.time.format.DateTimeFormatter" -> name.equals("ofPattern") || name.startsWith("ofLocalized");
      case "java.time.format.DateTimeFormatterBuilder" -> name.equals("toFormatter");
      case "java.util.ResourceBundle" -> name.equals("getBundle");
      default -> name.equals("<init>") && LOCALE_DEPENDENT_CONSTRUCTORS.contains(owner);
    };
    return unnamedLocale
        || owner.equals("java.time.ZoneId") && name.equals("systemDefault")
        || owner.equals("java.util.TimeZone") && name.equals("getDefault");
  }

  private static boolean charset(String owner, String name, List<String> parameters) {
    if (owner.equals("java.nio.charset.Charset") && name.equals("defaultCharset")) {
      return true;
    }
    boolean named = parameters.contains("java.nio.charset.Charset")
        || parameters.contains("java.nio.charset.CharsetDecoder")
        || parameters.contains("java.nio.charset.CharsetEncoder");
    if (named) {
      return false;
    }
    if (owner.equals("java.lang.String")) {
      return name.equals("getBytes") || name.equals("<init>") && parameters.contains("byte[]");
    }
    if (owner.equals("java.io.ByteArrayOutputStream")) {
      return name.equals("toString");
    }
    // A writer or scanner over another writer or text encodes nothing.
    boolean overText = !parameters.isEmpty() && (parameters.get(0).equals("java.io.Writer")
        || owner.equals("java.util.Scanner") && parameters.get(0).equals("java.lang.String"));
    return name.equals("<init>") && CHARSET_DEPENDENT_CONSTRUCTORS.contains(owner) && !overText;
  }

  /** Packages with classes whose {@code package-info} does not say {@code @NullMarked}. */
  static Set<String> unmarkedPackages(JavaClasses classes) {
    var found = new TreeSet<String>();
    for (JavaClass type : classes) {
      JavaPackage home = type.getPackage();
      if (!home.isAnnotatedWith(NullMarked.class)) {
        found.add(home.getName());
      }
    }
    return found;
  }

  /** Classes whose name says that they are something beside the thing itself. */
  static Set<String> emptyNames(JavaClasses classes) {
    var found = new TreeSet<String>();
    for (JavaClass type : classes) {
      if (type.getSimpleName().matches(".*(Impl|Utils?|Helper|Manager)")) {
        found.add(type.getName());
      }
    }
    return found;
  }

  /**
   * Components of records that an equality which is written out does not look at. One that Java makes looks at all of them, and has no code of
   * its own.
   */
  static Set<String> componentsNotCompared(JavaClasses classes) {
    var found = new TreeSet<String>();
    for (JavaClass type : classes) {
      Set<String> seen = type.isRecord() ? seenByEquality(type) : Set.of();
      type.getFields().stream()
          .filter(field -> !seen.isEmpty() && !field.getModifiers().contains(JavaModifier.STATIC) && !seen.contains(field.getName()))
          .forEach(field -> found.add(field.getFullName()));
    }
    return found;
  }

  private static Set<String> seenByEquality(JavaClass type) {
    var seen = new HashSet<String>();
    type.tryGetMethod("equals", Object.class).ifPresent(equality -> equality.getAccessesFromSelf().forEach(access -> {
      if (access.getTargetOwner().equals(type)) {
        seen.add(access.getName());
      }
    }));
    return seen;
  }
}
