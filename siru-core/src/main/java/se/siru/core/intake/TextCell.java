package se.siru.core.intake;

/** Reads free text as it stands. */
final class TextCell extends CellReader {
  TextCell(Target target) {
    super(target);
  }

  @Override
  boolean read(char[] chars, int from, int to, long row) {
    if (!isClean(chars, from, to, LONGEST_TEXT, true, row)) {
      return false;
    }
    into.text(index, new String(chars, from, to - from));
    return true;
  }
}
