package se.siru.core.portfolio;

import java.util.Objects;
import se.siru.core.stability.Provided;

/**
 * Definitions of indicators that a portfolio brings, as they are written: {@code se.siru.core.indicator.DefinitionFiles} reads them, over
 * the portfolio's own schema, beside the catalogue at work.
 *
 * @param path the path of the file in the portfolio's folder, with slashes
 * @param json a document of the format {@code siru-definitions/1}
 */
@Provided(since = "0.1.0")
public record DefinitionFile(String path, String json) {
  /** The one file in which definitions stand, where they are few. */
  public static final String NAME = "definitions.json";

  /** The folder with further files of definitions. */
  public static final String FOLDER = "definitions";

  private static final String ENDING = ".json";
  private static final String NOT_IN_NAMES = "/\\:\0";

  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException where the path is no place in which a portfolio brings definitions
   */
  public DefinitionFile {
    Objects.requireNonNull(json, "json");
    if (!isOne(path)) {
      throw new IllegalArgumentException("definitions stand in " + NAME + " or " + FOLDER + "/NAME" + ENDING + ", not in " + path);
    }
  }

  /** True for {@code definitions.json} and for a JSON file right in the folder {@code definitions}. */
  public static boolean isOne(String path) {
    String name = path.startsWith(FOLDER + "/") ? path.substring(FOLDER.length() + 1) : "";
    return path.equals(NAME)
        || name.endsWith(ENDING) && name.length() > ENDING.length() && name.chars().allMatch(c -> NOT_IN_NAMES.indexOf(c) < 0);
  }
}
