package se.siru.cli;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.siru.core.stability.Experimental;
import se.siru.core.stability.Implementable;
import se.siru.core.stability.Provided;
import se.siru.core.stability.Stable;

/** What public types promise of later versions: each says it, can keep it, and rests on nothing that promises less. */
final class StabilityRules {
  private static final List<Class<? extends Annotation>> MARKS =
      List.of(Implementable.class, Provided.class, Stable.class, Experimental.class);
  private static final String VERSION = "\\d+\\.\\d+\\.\\d+";

  private StabilityRules() {}

  /** The breaches by types that others see, sorted. */
  static Set<String> breaches(Stream<Class<?>> classes) {
    Set<String> found = new TreeSet<>();
    classes.filter(ApiText::isSeen).forEach(type -> {
      List<String> marks = marks(type);
      if (marks.size() != 1) {
        found.add(type.getName() + " has " + marks.size() + " marks of stability");
        return;
      }
      if (!since(type).matches(VERSION)) {
        found.add(type.getName() + " is there since '" + since(type) + "', which is no version");
      }
      keepable(type, found);
      foundations(type, found);
    });
    return found;
  }

  /** The mark of a type or member as the API text shows it; empty where it has none. */
  static List<String> marks(AnnotatedElement element) {
    return MARKS.stream().filter(element::isAnnotationPresent).map(mark -> "@" + mark.getSimpleName()).toList();
  }

  private static String since(Class<?> type) {
    Implementable implementable = type.getAnnotation(Implementable.class);
    Provided provided = type.getAnnotation(Provided.class);
    Stable stable = type.getAnnotation(Stable.class);
    Experimental experimental = type.getAnnotation(Experimental.class);
    return implementable != null ? implementable.since()
        : provided != null ? provided.since()
        : stable != null ? stable.since()
        : Objects.requireNonNull(experimental).since();
  }

  private static void keepable(Class<?> type, Set<String> found) {
    boolean open = !type.isAnnotation() && !type.isSealed() && !Modifier.isFinal(type.getModifiers());
    if (type.isAnnotationPresent(Implementable.class) && !(open && type.isInterface())) {
      found.add(type.getName() + " is no interface that others can implement");
    }
    if (type.isAnnotationPresent(Stable.class) && open && !type.isEnum()) {
      found.add(type.getName() + " is a value that others could implement or extend");
    }
    if (open && !type.isInterface() && !type.isEnum() && Arrays.stream(type.getDeclaredConstructors()).anyMatch(StabilityRules::isSeen)
        && !type.isAnnotationPresent(Experimental.class)) {
      found.add(type.getName() + " could be extended");
    }
    Class<?> around = type.getDeclaringClass();
    if (around != null && isExperimental(around) && !isExperimental(type)) {
      found.add(type.getName() + " promises more than the type around it");
    }
  }

  private static void foundations(Class<?> type, Set<String> found) {
    if (isExperimental(type)) {
      return;
    }
    List<Type> head = new ArrayList<>(List.of(type.getGenericInterfaces()));
    head.add(type.getGenericSuperclass());
    head.addAll(List.of(type.getTypeParameters()));
    report(type.getName(), head, found);
    for (Field each : type.getDeclaredFields()) {
      report(each, each.getModifiers(), List.of(each.getGenericType()), found);
    }
    for (Constructor<?> each : type.getDeclaredConstructors()) {
      report(each, each.getModifiers(), shown(each), found);
    }
    for (Method each : type.getDeclaredMethods()) {
      List<Type> shown = shown(each);
      shown.add(each.getGenericReturnType());
      report(each, each.getModifiers(), shown, found);
    }
  }

  private static List<Type> shown(Executable code) {
    List<Type> shown = new ArrayList<>(List.of(code.getGenericParameterTypes()));
    shown.addAll(List.of(code.getGenericExceptionTypes()));
    shown.addAll(List.of(code.getTypeParameters()));
    return shown;
  }

  private static <M extends AnnotatedElement> void report(M member, int modifiers, List<Type> shown, Set<String> found) {
    if (ApiText.isMember(modifiers) && !isExperimental(member)) {
      report(member.toString(), shown, found);
    }
  }

  private static void report(String where, List<Type> shown, Set<String> found) {
    Set<Class<?>> named = new HashSet<>();
    Set<Type> seen = new HashSet<>();
    shown.forEach(each -> collect(each, named, seen));
    named.stream()
        .filter(StabilityRules::isExperimental)
        .forEach(each -> found.add(where + " names " + each.getName() + ", which is experimental"));
  }

  private static void collect(Type type, Set<Class<?>> named, Set<Type> seen) {
    if (type == null || !seen.add(type)) {
      return;
    }
    if (type instanceof Class<?> plain) {
      named.add(plain.isArray() ? plain.getComponentType() : plain);
    } else if (type instanceof ParameterizedType parameterized) {
      collect(parameterized.getRawType(), named, seen);
      List.of(parameterized.getActualTypeArguments()).forEach(each -> collect(each, named, seen));
    } else if (type instanceof GenericArrayType array) {
      collect(array.getGenericComponentType(), named, seen);
    } else if (type instanceof WildcardType wildcard) {
      List.of(wildcard.getUpperBounds()).forEach(each -> collect(each, named, seen));
      List.of(wildcard.getLowerBounds()).forEach(each -> collect(each, named, seen));
    } else if (type instanceof TypeVariable<?> variable) {
      List.of(variable.getBounds()).forEach(each -> collect(each, named, seen));
    }
  }

  private static boolean isExperimental(AnnotatedElement element) {
    return element.isAnnotationPresent(Experimental.class);
  }

  private static boolean isSeen(Constructor<?> constructor) {
    return ApiText.isMember(constructor.getModifiers());
  }
}
