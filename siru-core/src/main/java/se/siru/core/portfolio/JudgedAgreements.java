package se.siru.core.portfolio;

import java.util.List;
import java.util.TreeSet;
import se.siru.core.model.Agreement;
import se.siru.core.model.Field;
import se.siru.core.model.Schema;
import se.siru.core.vocabulary.Codelist;

/** Works out the derived fields of agreements: which rules they were held to, and which of them they broke. */
final class JudgedAgreements {
  private final Schema schema;
  private final AgreementLaw law;

  JudgedAgreements(Schema schema, String currency) {
    this.schema = schema;
    this.law = new AgreementLaw(schema, currency);
  }

  /** A batch with the columns of {@link Agreement#RULES_ASSESSED} and {@link Agreement#RULES_FAILED}. */
  Batch judged(Batch batch) {
    Codes assessed = new Codes(Agreement.RULES_ASSESSED, batch.size());
    Codes failed = new Codes(Agreement.RULES_FAILED, batch.size());
    for (int row = 0; row < batch.size(); row++) {
      for (Judgement judgement : law.judge(StatedAgreement.of(schema, batch, row))) {
        if (judgement.verdict() != Judgement.Verdict.OPEN) {
          assessed.add(judgement.rule());
        }
        if (judgement.verdict() == Judgement.Verdict.BROKEN) {
          failed.add(judgement.rule());
        }
      }
      assessed.commit(row);
      failed.commit(row);
    }
    return batch.with(List.of(Agreement.RULES_ASSESSED, Agreement.RULES_FAILED), List.of(assessed.column(), failed.column()));
  }

  /** A column of sets of codes while it is filled. */
  private final class Codes {
    private final Codelist list;
    private final int[] values;
    private final IntSets sets = new IntSets();
    private final TreeSet<Integer> row = new TreeSet<>();

    Codes(Field<?> field, int size) {
      this.list = schema.codelist(field);
      this.values = new int[size];
    }

    void add(String code) {
      row.add(list.position(code));
    }

    void commit(int at) {
      int[] codes = row.stream().mapToInt(Integer::intValue).toArray();
      values[at] = codes.length == 0 ? Column.Ints.MISSING : codes.length == 1 ? codes[0] : -2 - sets.index(codes);
      row.clear();
    }

    Column.Ints column() {
      sets.seal();
      return new Column.Ints(values, values.length, sets);
    }
  }
}
