/**
 * Further languages as files: Swedish and English stand beside what they name, any other language is a file of words by stable keys
 * ({@link se.siru.core.translation.Translations}).
 */
@NullMarked
package se.siru.core.translation;

import org.jspecify.annotations.NullMarked;
