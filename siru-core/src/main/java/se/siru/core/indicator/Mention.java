package se.siru.core.indicator;

import se.siru.core.finding.Origin;

/**
 * A name in a definition that is looked up when all definitions are read.
 *
 * @param name the name as written
 * @param spelled the letters, digits, underscores and hyphens that it stands among in its formula; outside of brackets a hyphen is a
 *     minus sign
 * @param character where in its formula it stands, counted from 1; 0 for a function
 * @param origin the place in the file
 */
record Mention(String name, String spelled, int character, Origin origin) {
  boolean isFunction() {
    return character == 0;
  }
}
