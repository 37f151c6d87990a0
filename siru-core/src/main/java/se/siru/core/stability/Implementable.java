package se.siru.core.stability;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An interface that a plugin implements. Later versions add methods with a default only, so that a plugin that was compiled against this
 * one still works; what its methods are given is {@link Provided}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Stable(since = "0.1.0")
public @interface Implementable {
  /** The version of this library since when it is so, such as {@code 0.1.0}. */
  String since();
}
