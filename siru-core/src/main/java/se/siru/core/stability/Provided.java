package se.siru.core.stability;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A type that SIRU alone makes or implements: hosts and plugins get it, or make it by its factories and builders, and call it. What there is
 * stays. Later versions may add methods, constants of an enum, kinds of a sealed type, and components of a record; so it is not to be
 * implemented, a record not to be made by its constructor, and a switch needs a default.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Stable(since = "0.1.0")
public @interface Provided {
  /** The version of this library since when it is so, such as {@code 0.1.0}. */
  String since();
}
