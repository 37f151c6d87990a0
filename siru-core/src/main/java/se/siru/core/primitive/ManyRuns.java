package se.siru.core.primitive;

/**
 * The ways in which a {@link BytesIndex} looks up many runs.
 *
 * @see BytesIndex#find(byte[], long[], int[], int[], int, int, int, int[], int, BytesIndex.Asked)
 */
final class ManyRuns {
  private final BytesIndex index;

  /** Look-ups in an index as it is when it is asked. */
  ManyRuns(BytesIndex index) {
    this.index = index;
  }

  // flat loops over arrays in variables, since all facts go through them; neighbours are the same more often than not

  /** Looks up in places that are all near: one run after the other. */
  int findNear(
      byte[] bytes, long[] words, int[] from, int[] to, int field, int fields, int count, int[] into, int at, byte strange) {
    long[] places = index.slots;
    int mask = places.length / BytesIndex.SLOT - 1;
    int missed = 0;
    long knownFirst = 0;
    long knownLast = 0;
    int knownLength = 0;
    int known = -1;
    int cell = field;
    for (int i = at; i < at + count; i++) {
      int start = from[cell];
      int length = to[cell] - start;
      cell += fields;
      int found = -1;
      if (length > ByteWords.WHOLE) {
        found = bytes[start] == strange ? -1 : index.find(bytes, start, start + length);
        missed += found >>> 31;
      } else if (length > 0) {
        long first = ByteWords.load(words, start);
        long last;
        if (length >= Long.BYTES) {
          last = ByteWords.load(words, start + length - Long.BYTES);
        } else {
          first &= -1L >>> (-length << 3);
          last = first;
        }
        if (first != knownFirst || last != knownLast || length != knownLength) {
          int hash = ByteWords.hash(length, first, last);
          int slot = (hash & mask) * BytesIndex.SLOT;
          long lengthAndNumber = places[slot + BytesIndex.LENGTH_AND_NUMBER];
          known = (int) lengthAndNumber - 1;
          if (places[slot] != first || places[slot + BytesIndex.LAST] != last || (int) (lengthAndNumber >>> Integer.SIZE) != length) {
            known = lengthAndNumber == 0 ? -1 : index.find(bytes, start, start + length, first, last, hash);
          }
          known = (byte) first == strange ? -1 : known;
          knownFirst = first;
          knownLast = last;
          knownLength = length;
        }
        found = known;
        missed += found >>> 31;
      }
      into[i] = found;
    }
    return missed;
  }

  /** Looks up those that were not found among the numbered ones; how many were not found here, either. */
  int findOthers(
      byte[] bytes, int[] from, int[] to, int field, int fields, int[] into, int at, int others, byte strange) {
    int missed = 0;
    int left = others;
    int cell = field;
    for (int i = at; left > 0; i++) {
      if (into[i] == NumberedRuns.OTHER) {
        int found = bytes[from[cell]] == strange ? -1 : index.find(bytes, from[cell], to[cell]);
        into[i] = found;
        missed += found >>> 31;
        left--;
      }
      cell += fields;
    }
    return missed;
  }

  /** Looks up in places that are far apart: several loops, so that the places of many runs are fetched side by side. */
  int findFar(
      byte[] bytes, long[] words, int[] from, int[] to, int field, int fields, int count, int[] into, int at, BytesIndex.Asked room) {
    long[] places = index.slots;
    int mask = places.length / BytesIndex.SLOT - 1;
    room.reserve(count + 1);
    long[] firsts = room.firsts;
    long[] lasts = room.lasts;
    int[] starts = room.starts;
    int[] lengths = room.lengths;
    int[] hashes = room.hashes;
    int[] numbers = room.numbers;
    lengths[0] = 0; // of no run
    byte strange = room.strange;
    int missed = 0;
    int asked = 0; // how many runs that differ from the one before, the first after an empty one
    int cell = field;
    for (int i = at; i < at + count; i++) {
      int start = from[cell];
      int length = to[cell] - start;
      cell += fields;
      if (length == 0 || length > ByteWords.WHOLE) {
        int found = length == 0 || bytes[start] == strange ? -1 : index.find(bytes, start, start + length);
        missed += length == 0 ? 0 : found >>> 31;
        into[i] = found;
        continue;
      }
      long first = ByteWords.load(words, start);
      long last;
      if (length >= Long.BYTES) {
        last = ByteWords.load(words, start + length - Long.BYTES);
      } else {
        first &= -1L >>> (-length << 3);
        last = first;
      }
      if (first != firsts[asked] || last != lasts[asked] || length != lengths[asked]) {
        asked++;
        firsts[asked] = first;
        lasts[asked] = last;
        starts[asked] = start;
        lengths[asked] = length;
        hashes[asked] = ByteWords.hash(length, first, last);
      }
      into[i] = -1 - asked;
    }
    for (int i = 1; i <= asked; i++) { // nothing here waits for what it fetches
      numbers[i] = (int) places[(hashes[i] & mask) * BytesIndex.SLOT + BytesIndex.LENGTH_AND_NUMBER] - 1;
    }
    for (int i = 1; i <= asked; i++) {
      int slot = (hashes[i] & mask) * BytesIndex.SLOT;
      if (numbers[i] >= 0
          && (places[slot] != firsts[i]
              || places[slot + BytesIndex.LAST] != lasts[i]
              || (int) (places[slot + BytesIndex.LENGTH_AND_NUMBER] >>> Integer.SIZE) != lengths[i])) {
        numbers[i] = index.find(bytes, starts[i], starts[i] + lengths[i], firsts[i], lasts[i], hashes[i]);
      }
      if ((byte) firsts[i] == strange) {
        numbers[i] = -1;
      }
    }
    for (int i = at; i < at + count; i++) {
      if (into[i] < -1) {
        int found = numbers[-1 - into[i]];
        into[i] = found;
        missed += found >>> 31;
      }
    }
    return missed;
  }
}
