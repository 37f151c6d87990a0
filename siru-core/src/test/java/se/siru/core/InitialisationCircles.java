package se.siru.core;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Classes whose initialisation may lead to that of each other: two threads that begin at different ends wait for each other for ever. What
 * is anonymous or private to a class is first met through that class, so that these are one. Code is followed as far as it is known which
 * method is called.
 */
final class InitialisationCircles {
  private final String root;
  private final Map<JavaClass, Set<JavaClass>> next = new HashMap<>();

  private InitialisationCircles(String root) {
    this.root = root;
  }

  /** Pairs of such classes below a package, sorted. */
  static Set<String> of(JavaClasses classes, String root) {
    var circles = new InitialisationCircles(root);
    var found = new TreeSet<String>();
    for (JavaClass one : classes) {
      for (JavaClass other : circles.initialisedBy(one)) {
        boolean isFirst = one.getName().compareTo(other.getName()) < 0;
        if (isFirst && !keeper(one).equals(keeper(other)) && circles.initialisedBy(other).contains(one)) {
          found.add(one.getName() + " and " + other.getName());
        }
      }
    }
    return found;
  }

  private static JavaClass keeper(JavaClass type) {
    boolean isApart = type.isTopLevelClass() || type.isMemberClass() && !type.getModifiers().contains(JavaModifier.PRIVATE);
    return isApart ? type : type.getEnclosingClass().map(InitialisationCircles::keeper).orElse(type);
  }

  private Set<JavaClass> initialisedBy(JavaClass type) {
    var known = new HashSet<JavaClass>();
    Deque<JavaClass> open = new ArrayDeque<>(nextOf(type));
    while (!open.isEmpty()) {
      JavaClass one = open.pop();
      if (known.add(one)) {
        open.addAll(nextOf(one));
      }
    }
    return known;
  }

  private Set<JavaClass> nextOf(JavaClass type) {
    return next.computeIfAbsent(type, this::met);
  }

  /** The superclass, and whatever is made, called or read by the static initialiser, by the code that this calls, and so on. */
  private Set<JavaClass> met(JavaClass type) {
    var met = new HashSet<JavaClass>();
    type.getRawSuperclass().ifPresent(met::add);
    var known = new HashSet<JavaCodeUnit>();
    Deque<JavaCodeUnit> open = new ArrayDeque<>();
    type.getStaticInitializer().ifPresent(open::add);
    while (!open.isEmpty()) {
      JavaCodeUnit unit = open.pop();
      if (known.add(unit)) {
        for (JavaMember member : members(unit)) {
          if (member instanceof JavaConstructor || member.getModifiers().contains(JavaModifier.STATIC)) {
            met.add(member.getOwner());
          }
          if (member instanceof JavaCodeUnit called) {
            open.add(called);
          }
        }
      }
    }
    met.removeIf(each -> each.equals(type) || !isOurs(each));
    return met;
  }

  private List<JavaMember> members(JavaCodeUnit unit) {
    var members = new ArrayList<JavaMember>();
    unit.getAccessesFromSelf().forEach(access -> access.getTarget().resolveMember().ifPresent(members::add));
    members.removeIf(member -> !isOurs(member.getOwner()));
    return members;
  }

  private boolean isOurs(JavaClass type) {
    return type.getName().startsWith(root + ".");
  }
}
