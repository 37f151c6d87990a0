package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.siru.core.model.Field;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Column;

/**
 * All filters of a scan bound to a batch: the atom of each record. Terms on one field are one signature; the signatures of a record make
 * one number, whose atom is looked up. What is alike for all records of a batch costs nothing.
 */
final class BoundFilter {
  private final BoundTerms[] varying;
  private final int[] shape;
  private final long constantTrue;
  private final long constantUnknown;

  BoundFilter(Scan scan, Batch batch, Guard guard) {
    List<BoundTerms> all = new ArrayList<>();
    scan.signatures().forEach(signature -> all.add(signature.bind(batch)));
    for (int term = 0; term < scan.terms().size(); term++) {
      if (scan.answers().get(term).isEmpty()) {
        all.add(bind(scan, term, batch, guard));
      }
    }
    long isTrue = 0;
    long isUnknown = 0;
    List<BoundTerms> different = new ArrayList<>();
    this.shape = new int[all.size()];
    for (int i = 0; i < shape.length; i++) {
      int constant = all.get(i).constant();
      if (constant == BoundTerms.NONE) {
        different.add(all.get(i));
        shape[i] = all.get(i).count();
      } else {
        isTrue |= all.get(i).isTrue(constant);
        isUnknown |= all.get(i).isUnknown(constant);
        shape[i] = ~constant;
      }
    }
    this.varying = different.toArray(BoundTerms[]::new);
    this.constantTrue = isTrue;
    this.constantUnknown = isUnknown;
  }

  private static BoundTerms bind(Scan scan, int term, Batch batch, Guard guard) {
    Filter.Term asked = scan.terms().get(term);
    if (asked instanceof Filter.Stated stated
        && stated.path().fields().size() == 1
        && batch.column(stated.path().first().name()) instanceof Column.Longs numbers) {
      return new BoundTerms.Stated(numbers, term);
    }
    return new BoundTerms.Asked(asked.bind(scan.table(), batch, scan.conditions(), scan.paths()), term, guard, scan.termOwner(term));
  }

  /** The signatures of a scan: one for each field that some term looks at alone. */
  static List<Signature> signatures(List<Optional<ElementAnswers>> ofTerms) {
    Map<Field<?>, List<Integer>> byField = new LinkedHashMap<>();
    for (int term = 0; term < ofTerms.size(); term++) {
      if (ofTerms.get(term).isPresent()) {
        byField.computeIfAbsent(ofTerms.get(term).get().field(), field -> new ArrayList<>()).add(term);
      }
    }
    List<Signature> signatures = new ArrayList<>();
    byField.forEach(
        (field, terms) ->
            signatures.add(
                new Signature(
                    field,
                    terms.stream().mapToInt(Integer::intValue).toArray(),
                    terms.stream().map(term -> ofTerms.get(term).orElseThrow()).toList())));
    return signatures;
  }

  /** Puts the atom of each record of a block in its place. */
  void read(RecordBlock block, Atoms atoms) {
    SignatureTable table = atoms.table(shape);
    int size = block.size();
    int[] signatures = block.signatures;
    Arrays.fill(signatures, 0, size, 0);
    long product = 1;
    int hashed = varying.length;
    for (int v = 0; v < varying.length; v++) {
      int count = varying[v].count();
      product *= count;
      if (product <= SignatureTable.LARGEST) {
        varying[v].append(signatures, block, count);
      } else { // too many to have a place each: numbers are given to those that occur
        product = SignatureTable.LARGEST;
        hashed = Math.min(hashed, v);
        Arrays.fill(block.scratch, 0, size, 0);
        varying[v].append(block.scratch, block, count);
        table.number(v, signatures, block.scratch, count, size);
      }
    }
    int[] atomOf = table.atoms(product, hashed < varying.length ? varying.length - 1 : -1);
    int[] found = block.atoms;
    for (int i = 0; i < size; i++) {
      int atom = atomOf[signatures[i]];
      if (atom < 0) {
        atom = atom(signatures[i], hashed, table, atoms);
        atomOf[signatures[i]] = atom;
      }
      found[i] = atom;
    }
  }

  /** The atom of a signature that was not met before. */
  private int atom(int signature, int hashed, SignatureTable table, Atoms atoms) {
    long isTrue = constantTrue;
    long isUnknown = constantUnknown;
    long rest = signature;
    for (int v = varying.length - 1; v >= 0; v--) {
      long key = v >= hashed ? table.key(v, (int) rest) : rest;
      int own = (int) (key % varying[v].count());
      rest = key / varying[v].count();
      isTrue |= varying[v].isTrue(own);
      isUnknown |= varying[v].isUnknown(own);
    }
    return atoms.ofAnswers(isTrue, isUnknown);
  }
}
