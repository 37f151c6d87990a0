package se.siru.core.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.finding.Rule;
import se.siru.core.finding.SiruException;
import se.siru.core.lexical.IdText;
import se.siru.core.model.Field;
import se.siru.core.model.FieldRole;
import se.siru.core.model.Money;
import se.siru.core.model.RecordType;
import se.siru.core.model.Row;
import se.siru.core.model.Schema;
import se.siru.core.vocabulary.Codelist;

/** Takes records held by value into a batch and checks each value against its field, as intake does with cells. */
final class RowAppender {
  /** Days of years beyond fit no column. The bounds of dates lie far inside and are checked later. */
  private static final int FARTHEST_YEAR = 1_000_000;

  private final Schema schema;
  private final String currency;
  private final BatchFiller into;
  private final BatchBuilder batch;
  private final Findings findings;
  private long count;

  RowAppender(Schema schema, String currency, BatchFiller into, Findings findings) {
    this.schema = schema;
    this.currency = currency;
    this.into = into;
    this.batch = into.batch();
    this.findings = findings;
  }

  void close() {
    into.close();
  }

  void add(Row row) {
    requireKnownFields(row.type());
    into.begin(++count);
    boolean hasId = true;
    for (int i = 0; i < batch.fields.size(); i++) {
      Field<?> field = batch.fields.get(i);
      Object value = row.type().field(field.name()).isPresent() ? row.get(field) : null;
      if (value == null || value.equals("") || value.equals(List.of())) {
        if (field.required()) {
          hasId &= field.role() != FieldRole.ID;
          report(PortfolioRules.REQUIRED, field, "type", batch.type.name(), "field", field.name());
        }
      } else if (field.role() == FieldRole.ID && !isId(field, (String) value)) {
        hasId = false;
      } else if (value instanceof List) {
        for (Object element : (List<?>) value) {
          put(i, field, element);
        }
      } else {
        put(i, field, value);
      }
    }
    if (hasId) {
      into.commit();
    } else {
      into.discard();
    }
  }

  private void requireKnownFields(RecordType type) {
    if (type == batch.type) {
      return;
    }
    for (Field<?> field : type.fields()) {
      if (batch.type.field(field.name()).isEmpty()) {
        throw new SiruException(ErrorCode.MISUSE, "the portfolio's schema has no field " + field);
      }
    }
  }

  private void put(int index, Field<?> field, Object value) {
    switch (field.kind()) {
      case CODE:
        putCode(index, field, (String) value);
        break;
      case REFERENCE:
        if (isId(field, (String) value)) {
          into.reference(index, (String) value);
        }
        break;
      case DATE:
        putDay(index, field, (LocalDate) value);
        break;
      case INTEGER:
        putNumber(index, field, BigDecimal.valueOf((Long) value), 0);
        break;
      case DECIMAL:
        putNumber(index, field, (BigDecimal) value, field.scale());
        break;
      case MONEY:
        putMoney(index, field, (Money) value);
        break;
      default:
        into.text(index, (String) value);
    }
  }

  private boolean isId(Field<?> field, String text) {
    IdText.Fault fault = IdText.fault(text);
    if (fault == null) {
      return true;
    }
    if (fault.character().isEmpty()) {
      report(PortfolioRules.NOT_AN_ID, field, "value", text);
    } else {
      report(PortfolioRules.INVISIBLE_CHARACTER, field, "value", text, "character", fault.character());
    }
    return false;
  }

  private void putDay(int index, Field<?> field, LocalDate value) {
    if (Math.abs(value.getYear()) > FARTHEST_YEAR) {
      report(
          PortfolioRules.DATE_OUT_OF_RANGE, field,
          "value", value.toString(), "least", "-" + FARTHEST_YEAR, "most", "+" + FARTHEST_YEAR);
      return;
    }
    into.day(index, Math.toIntExact(value.toEpochDay() + (field.role() == FieldRole.END ? 1 : 0)));
  }

  private void putCode(int index, Field<?> field, String code) {
    Codelist list = schema.codelist(field);
    int position = list.position(code);
    if (position < 0) {
      report(PortfolioRules.UNKNOWN_CODE, field, "value", code, "codelist", list.id());
    } else {
      into.code(index, position);
    }
  }

  private void putMoney(int index, Field<?> field, Money money) {
    if (money.currency().equals(currency)) {
      putNumber(index, field, money.amount(), 2);
    } else {
      report(PortfolioRules.MIXED_CURRENCIES, field, "value", money.toString(), "currency", currency);
    }
  }

  private static String open(String bound) {
    return bound.isEmpty() ? "…" : bound;
  }

  private void putNumber(int index, Field<?> field, BigDecimal value, int scale) {
    BigDecimal least = field.least();
    BigDecimal most = field.most();
    if ((least != null && value.compareTo(least) < 0) || (most != null && value.compareTo(most) > 0)) {
      List<String> bounds = field.bounds();
      report(
          PortfolioRules.OUT_OF_RANGE, field,
          "value", value.toPlainString(), "least", open(bounds.get(0)), "most", open(bounds.get(1)));
      return;
    }
    if (value.stripTrailingZeros().scale() > scale) {
      report(PortfolioRules.TOO_PRECISE, field, "value", value.toPlainString(), "scale", Integer.toString(scale));
      return;
    }
    BigDecimal scaled = value.movePointRight(scale);
    if (scaled.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      String most64 = BigDecimal.valueOf(Long.MAX_VALUE, scale).toPlainString();
      report(PortfolioRules.OUT_OF_RANGE, field, "value", value.toString(), "least", "-" + most64, "most", most64);
      return;
    }
    into.number(index, scaled.longValueExact());
  }

  private void report(Rule rule, Field<?> field, String... namesAndValues) {
    findings.add(rule, Origin.of(batch.provenance().source(), count).at(field.name()), namesAndValues);
  }
}
