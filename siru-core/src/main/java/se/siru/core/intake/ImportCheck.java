package se.siru.core.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Severity;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.BatchAppender;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;
import se.siru.core.portfolio.PortfolioCheck;

/** Holds the records of a pass to the rules of every portfolio, and rejects the rows of those that break one. */
final class ImportCheck {
  private final Mapping mapping;
  private final ImportPass pass;
  private final PortfolioCheck further;
  private final Schema schema;

  ImportCheck(Mapping mapping, ImportPass pass, PortfolioCheck further) {
    this.mapping = mapping;
    this.pass = pass;
    this.further = further;
    this.schema = mapping.schema().withCodelists(pass.session().collectedLists());
  }

  /** True where nothing is wrong; else rows were rejected, or there is a refusal where no row is at fault. */
  boolean isGood() {
    PortfolioBuilder builder = Portfolio.builder(schema).name(mapping.name()).currency(mapping.header().currency()).heldTo(further);
    boolean good = true;
    for (Map.Entry<String, List<MappedRecord>> records : pass.records().entrySet()) {
      good &= cells(builder, schema.type(records.getKey()), records.getValue());
    }
    if (!good) { // checks across records would blame what follows from a bad cell
      return false;
    }
    Findings findings = new Findings();
    builder.build(findings);
    rejectAll(findings);
    return !findings.hasErrors();
  }

  private boolean cells(PortfolioBuilder builder, RecordType type, List<MappedRecord> records) {
    boolean good = true;
    try (BatchAppender batch = builder.append(type, Batch.Provenance.of(type.plural()))) {
      Findings findings = new Findings();
      CellReader[] readers = readers(type, batch, findings);
      for (int row = 0; row < records.size(); row++) {
        batch.begin(row + 1L);
        for (int i = 0; i < readers.length; i++) {
          read(readers[i], records.get(row), i, row + 1L);
        }
        batch.commit();
        if (findings.count(Severity.ERROR) >= Findings.MOST_PER_SEVERITY / 2) { // before any is only counted
          rejectAll(findings);
          good = false;
          findings = new Findings();
          readers = readers(type, batch, findings);
        }
      }
      rejectAll(findings);
      return good && !findings.hasErrors();
    }
  }

  private CellReader[] readers(RecordType type, BatchAppender batch, Findings findings) {
    return CellReader.all(schema, type, mapping.header().currency(), type.plural(), batch, findings);
  }

  private void rejectAll(Findings findings) {
    for (Finding finding : findings.list()) {
      if (finding.severity() == Severity.ERROR) {
        reject(finding);
      }
    }
  }

  private static void read(CellReader reader, MappedRecord record, int index, long row) {
    List<String> values = record.values(index);
    if (values.isEmpty()) {
      reader.missing(row);
    }
    values.forEach(value -> reader.value(value, row));
  }

  /** The rows of the record at the finding's place: its source is the plural of a type, its row the record's number. */
  private void reject(Finding finding) {
    for (Map.Entry<String, List<MappedRecord>> records : pass.records().entrySet()) {
      long row = finding.origin().row();
      if (schema.type(records.getKey()).plural().equals(finding.origin().source()) && row > 0
          && row <= records.getValue().size()) {
        MappedRecord record = records.getValue().get((int) row - 1);
        String field = finding.origin().column();
        List<String> arguments = new ArrayList<>();
        finding.arguments().forEach((name, value) -> arguments.addAll(List.of(name, value)));
        boolean isOfSum = field != null && record.origins().size() > 1 && record.isSummed(field)
            && finding.rule() == CellRules.OUT_OF_RANGE;
        if (isOfSum) {
          arguments.addAll(List.of("field", field, "rows", pass.rows(record)));
        }
        pass.reject(record, origin ->
            Finding.of(isOfSum ? MappingRules.SUM_OUT_OF_RANGE : finding.rule(), field == null ? origin : pass.at(origin, record.mapping().label(field)),
                arguments.toArray(String[]::new)));
        return;
      }
    }
    pass.refusals().add(finding);
  }
}
