package se.siru.cli;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What users of classes see of them, as text: public types with what they promise of later versions and their public and protected
 * members, one a line, sorted, and the same on every Java. Names of parameters are no part of it.
 */
final class ApiText {
  private static final int SYNTHETIC = 0x1000;

  private ApiText() {}

  static String of(Stream<Class<?>> classes) {
    return classes
        .filter(ApiText::isSeen)
        .sorted(Comparator.comparing(Class::getName))
        .map(ApiText::type)
        .collect(Collectors.joining("\n"));
  }

  /** True where the type and all that it lies in are public or protected. */
  static boolean isSeen(Class<?> type) {
    boolean own = seen(type.getModifiers()) && !type.isSynthetic() && !type.isAnonymousClass() && !type.isLocalClass();
    return own && (type.getDeclaringClass() == null || isSeen(type.getDeclaringClass()));
  }

  private static boolean seen(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static String type(Class<?> type) {
    StringBuilder text = new StringBuilder(head(type)).append('\n');
    TreeSet<String> members = new TreeSet<>(StabilityRules.marks(type));
    Arrays.stream(type.getDeclaredFields()).filter(f -> isMember(f.getModifiers())).map(ApiText::field).forEach(members::add);
    Arrays.stream(type.getDeclaredConstructors()).filter(c -> isMember(c.getModifiers())).map(ApiText::constructor).forEach(members::add);
    Arrays.stream(type.getDeclaredMethods()).filter(m -> isMember(m.getModifiers())).map(ApiText::method).forEach(members::add);
    members.forEach(member -> text.append("  ").append(member).append('\n'));
    return text.toString();
  }

  /** True where a member is public or protected and written by somebody. */
  static boolean isMember(int modifiers) {
    return seen(modifiers) && (modifiers & SYNTHETIC) == 0;
  }

  private static String head(Class<?> type) {
    StringBuilder text = new StringBuilder();
    text.append(Modifier.isProtected(type.getModifiers()) ? "protected " : "public ");
    text.append(Modifier.isStatic(type.getModifiers()) && type.getDeclaringClass() != null && isPlainClass(type) ? "static " : "");
    text.append(type.isSealed() ? "sealed " : "");
    text.append(Modifier.isAbstract(type.getModifiers()) && !type.isInterface() ? "abstract " : "");
    text.append(Modifier.isFinal(type.getModifiers()) && isPlainClass(type) ? "final " : "");
    text.append(word(type)).append(type.getName()).append(variables(type.getTypeParameters()));
    if (type.isRecord()) {
      text.append(Arrays.stream(type.getRecordComponents())
          .map(RecordComponent::getGenericType).map(Type::getTypeName).collect(Collectors.joining(", ", "(", ")")));
    }
    if (isPlainClass(type) && type.getSuperclass() != Object.class) {
      text.append(" extends ").append(type.getGenericSuperclass().getTypeName());
    }
    List<String> interfaces = Arrays.stream(type.getGenericInterfaces()).map(Type::getTypeName).sorted().toList();
    if (!interfaces.isEmpty()) {
      text.append(type.isInterface() ? " extends " : " implements ").append(String.join(", ", interfaces));
    }
    return text.toString();
  }

  private static boolean isPlainClass(Class<?> type) {
    return !type.isInterface() && !type.isEnum() && !type.isRecord();
  }

  private static String word(Class<?> type) {
    if (type.isAnnotation()) {
      return "annotation ";
    }
    if (type.isInterface()) {
      return "interface ";
    }
    return type.isEnum() ? "enum " : type.isRecord() ? "record " : "class ";
  }

  private static String variables(TypeVariable<?>[] variables) {
    return variables.length == 0
        ? ""
        : Arrays.stream(variables)
            .map(each -> each.getName() + bounds(each.getBounds()))
            .collect(Collectors.joining(", ", "<", ">"));
  }

  private static String bounds(Type[] bounds) {
    List<String> names = Arrays.stream(bounds).filter(bound -> bound != Object.class).map(Type::getTypeName).toList();
    return names.isEmpty() ? "" : " extends " + String.join(" & ", names);
  }

  private static String field(Field field) {
    return mark(field) + modifiers(field.getModifiers(), true) + field.getGenericType().getTypeName() + " " + field.getName();
  }

  private static String constructor(Constructor<?> constructor) {
    return mark(constructor) + modifiers(constructor.getModifiers(), false) + variables(constructor.getTypeParameters()) + "new" + rest(constructor);
  }

  private static String method(Method method) {
    String variables = variables(method.getTypeParameters());
    return mark(method) + (method.isDefault() ? "default " : "")
        + modifiers(method.getModifiers(), !method.getDeclaringClass().isInterface())
        + variables + (variables.isEmpty() ? "" : " ")
        + method.getGenericReturnType().getTypeName() + " " + method.getName() + rest(method);
  }

  private static String mark(AnnotatedElement member) {
    return StabilityRules.marks(member).stream().map(mark -> mark + " ").collect(Collectors.joining());
  }

  private static String rest(Executable code) {
    String parameters =
        Arrays.stream(code.getGenericParameterTypes()).map(Type::getTypeName).collect(Collectors.joining(", ", "(", ")"));
    List<String> thrown = Arrays.stream(code.getGenericExceptionTypes()).map(Type::getTypeName).sorted().toList();
    return parameters + (thrown.isEmpty() ? "" : " throws " + String.join(", ", thrown));
  }

  private static String modifiers(int modifiers, boolean withAbstractAndFinal) {
    return (Modifier.isProtected(modifiers) ? "protected " : "public ")
        + (Modifier.isStatic(modifiers) ? "static " : "")
        + (withAbstractAndFinal && Modifier.isAbstract(modifiers) ? "abstract " : "")
        + (withAbstractAndFinal && Modifier.isFinal(modifiers) ? "final " : "");
  }
}
