package se.siru.core.portfolio;

/** What numbers of ids become where a part is joined to others: those before the first stay. */
final class Renumbering {
  static final Renumbering NONE = new Renumbering(0, new int[0]);

  private final int first;
  private final int[] numbers;

  Renumbering(int first, int[] numbers) {
    this.first = first;
    this.numbers = numbers;
  }

  boolean isNone() {
    return numbers.length == 0;
  }

  int of(int number) {
    return number < first || isNone() ? number : numbers[number - first];
  }
}
