package se.siru.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import se.siru.core.text.Excerpt;

/** Reads a path. The empty text, which a shell makes of a variable that is not set, is none: it would be the folder at hand. */
final class PathText implements ITypeConverter<Path> {
  @Override
  public Path convert(String text) {
    if (text.isBlank()) {
      throw new TypeConversionException("an empty text is no file or folder; write . for the folder at hand");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException("'" + Excerpt.of(text) + "' cannot be a file or folder here");
    }
  }
}
