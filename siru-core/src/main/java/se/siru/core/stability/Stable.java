package se.siru.core.stability;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A value that anybody may make, also by a constructor that it has. What there is stays, the components of a record and its constructors
 * among it. Later versions may add methods, constants of an enum and kinds of a sealed type, so that a switch needs a default.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Stable(since = "0.1.0")
public @interface Stable {
  /** The version of this library since when it is so, such as {@code 0.1.0}. */
  String since();
}
