package se.siru.core.stability;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What may change or go in any version, which the changelog then tells: a type with all its members, or one member of a type that promises
 * more. Nothing else of the API names such a type.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.FIELD})
@Stable(since = "0.1.0")
public @interface Experimental {
  /** The version of this library since when it is there, such as {@code 0.1.0}. */
  String since();
}
