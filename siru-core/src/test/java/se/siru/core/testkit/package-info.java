/** What tests of plugins are made of, with JUnit 5; the laws themselves are in {@code se.siru.core.contract} and need no framework. */
@NullMarked
package se.siru.core.testkit;

import org.jspecify.annotations.NullMarked;
