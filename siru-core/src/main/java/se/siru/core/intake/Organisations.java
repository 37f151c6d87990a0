package se.siru.core.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Origin;
import se.siru.core.identifier.Identifier;
import se.siru.core.identifier.PersonalText;
import se.siru.core.identity.Description;
import se.siru.core.identity.Identification;
import se.siru.core.identity.KnownOrganisation;
import se.siru.core.identity.MailDomains;
import se.siru.core.identity.OrganisationWords;
import se.siru.core.identity.Register;
import se.siru.core.model.Stakeholder;

/**
 * The organisations that one pass over the sources knows, and how the texts of rows were identified. What a row asks counts
 * only when the row is kept.
 */
final class Organisations {
  private static final int NUMBER_BREAK = 6;
  /** Lists name the same organisations again and again; so many different cases are remembered. */
  private static final int MOST_CASES = 100_000;

  private final OrganisationWords words;
  private final MailDomains mail;
  private final IdentityAnswers answers;
  private final Map<String, Gathered> known = new TreeMap<>();
  private final Map<String, Asked> cases = new HashMap<>();
  private final List<Asked> pending = new ArrayList<>();
  /** Where in {@link #pending} the record at hand begins. */
  private int recordAt;
  private final Map<String, Question> questions = new TreeMap<>();
  private final Map<String, Resolved> resolved = new LinkedHashMap<>();
  private final Map<String, String> made = new TreeMap<>();
  private final Set<IdentityAnswer> used = new LinkedHashSet<>();
  private final Tally tally = new Tally();
  private final List<Blocked> blocked;
  private @Nullable Register register;

  /** How often each thing happened. */
  static final class Tally {
    final Map<String, Long> byMethod = new TreeMap<>();
    long unidentified;
    long noOrganisation;
    long ignored;
    long numbersOfPersons;
    long wrongNumbers;
  }

  /** What becomes known of one organisation, record by record. */
  private static final class Gathered {
    final Set<String> names = new LinkedHashSet<>();
    final Set<String> numbers = new LinkedHashSet<>();
    final Set<String> domains = new LinkedHashSet<>();
    String region = "";

    KnownOrganisation of(String id) {
      return new KnownOrganisation(id, List.copyOf(names), List.copyOf(numbers), List.copyOf(domains), region);
    }
  }

  /** One text of the row at hand and what came of it. */
  private static final class Asked {
    /** A text that the mapping lists as no organisation. */
    static final Asked NOBODY = new Asked("", new Description("", null, List.of(), ""), Identification.ask(List.of()),
        new IdentityAnswer("", "", IdentityAnswer.Kind.NOT_AN_ORGANISATION));

    final String text;
    final Description row;
    final Identification outcome;
    final @Nullable IdentityAnswer answer;
    @Nullable String day;

    Asked(String text, Description row, Identification outcome, @Nullable IdentityAnswer answer) {
      this.text = text;
      this.row = row;
      this.outcome = outcome;
      this.answer = answer;
    }

    boolean isOpen() {
      return answer == null && outcome.id() == null;
    }

    boolean isNobody() {
      return answer != null && answer.kind() == IdentityAnswer.Kind.NOT_AN_ORGANISATION;
    }
  }

  /** A text and the organisation that it was identified as, by one step. */
  static final class Resolved {
    final String id;
    final String text;
    final String method;
    final Origin first;
    long count;

    private Resolved(String id, String text, String method, Origin first) {
      this.id = id;
      this.text = text;
      this.method = method;
      this.first = first;
    }
  }

  /** A question of a row that was rejected because of it. */
  private record Blocked(Asked asked, Origin place) {}

  /**
   * The organisations of a pass.
   *
   * @param before the pass before, whose questions of rejected rows go on; null for the first
   */
  Organisations(OrganisationWords words, MailDomains mail, IdentityAnswers answers, @Nullable Organisations before) {
    this.words = words;
    this.mail = mail;
    this.answers = answers;
    this.blocked = before == null ? new ArrayList<>() : before.blocked;
  }

  /** Learns of an organisation from its record and the columns beside; texts never mean a person. */
  void know(MappedRecord record, SourceRow row, RowPrivacy privacy) {
    if ("person".equals(record.cell(index(record, Stakeholder.KIND.name())))) {
      return;
    }
    Gathered gathered = known.computeIfAbsent(record.id(), id -> new Gathered());
    register = null;
    cases.clear();
    addIfAny(gathered.names, privacy, record.cell(index(record, Stakeholder.NAME.name())));
    number(gathered, record.cell(index(record, Stakeholder.ORGANISATION_NUMBER.name())));
    String region = record.cell(index(record, Stakeholder.REGION.name()));
    gathered.region = region == null ? gathered.region : region;
    KnownAs beside = record.mapping().knownAs;
    if (beside != null) {
      beside.names().forEach(column -> KnownAs.texts(row, column).forEach(name -> addIfAny(gathered.names, privacy, name)));
      beside.numbers().forEach(column -> KnownAs.texts(row, column).forEach(text -> number(gathered, text)));
      beside.domains().forEach(column ->
          KnownAs.texts(row, column).forEach(text -> gathered.domains.addAll(MailDomains.ofSites(text))));
    }
  }

  private static int index(MappedRecord record, String field) {
    return record.type().fields().indexOf(record.type().field(field).orElseThrow());
  }

  private static void addIfAny(Set<String> names, RowPrivacy privacy, @Nullable String name) {
    String clean = name == null ? "" : privacy.withoutPersons(name);
    if (!clean.isBlank()) {
      names.add(clean);
    }
  }

  private static void number(Gathered gathered, @Nullable String text) {
    String number = text == null ? null : ofALegalPerson(text);
    if (number != null) {
      gathered.numbers.add(number);
    }
  }

  /** The digits of a legal person's number; that of a person identifies nobody here. */
  private static @Nullable String ofALegalPerson(String text) {
    return Identifier.of(text).filter(number -> !number.isPersonal()).map(Identifier::digits).orElse(null);
  }

  /** Forgets what the row before asked. */
  void begin() {
    pending.clear();
    recordAt = 0;
  }

  /** Says that a text of the record at hand is no organisation, as the mapping lists it. */
  void nobody() {
    pending.add(Asked.NOBODY);
  }

  /** True where each text of the record at hand says that there is no organisation, and there is one. */
  boolean isNobody() {
    List<Asked> ofRecord = pending.subList(recordAt, pending.size());
    return !ofRecord.isEmpty() && ofRecord.stream().allMatch(Asked::isNobody);
  }

  /**
   * The organisation that a row means, or null.
   *
   * @param name as written; empty where the row has no name, or none but a person's
   * @param isMasked true where the name was a person's: then only what identifies the organisation is of use, and nothing is asked
   * @param number the text of the number column; empty where it is not to be looked at
   * @param addresses a text with mail addresses
   * @param region a code; empty where the row does not say
   */
  @Nullable String identify(String name, boolean isMasked, String number, String addresses, String region) {
    String key = String.join("\n", name, number, addresses, region);
    Asked asked = cases.get(key);
    if (asked == null) {
      asked = find(name, number, addresses, region);
      if (cases.size() < MOST_CASES) {
        cases.put(key, asked);
      }
    }
    if (asked.row.number() == null && !number.isEmpty()) {
      boolean ofAPerson = PersonalText.holdsNumber(number);
      tally.numbersOfPersons += ofAPerson ? 1 : 0;
      tally.wrongNumbers += ofAPerson ? 0 : 1;
    }
    if (asked.text.isEmpty() || isMasked && asked.row.number() == null && asked.isOpen()) {
      return null;
    }
    pending.add(new Asked(asked.text, asked.row, asked.outcome, asked.answer));
    return asked.answer == null || asked.answer.kind().names() ? asked.outcome.id() : null;
  }

  private Asked find(String name, String number, String addresses, String region) {
    String text = IdentityAnswers.shown(name);
    String digits = ofALegalPerson(number);
    List<String> domains = MailDomains.ofAddresses(addresses);
    Description row = new Description(text, digits, domains, region);
    String shown = !text.isEmpty() ? text : inPlaceOfAName(digits, domains);
    IdentityAnswers.Given given = shown.isEmpty() ? null : answers.of(shown);
    IdentityAnswer answer = given == null ? null : given.answer();
    String target = answer != null && answer.kind().names() ? answers.follow(answer.id(), known.keySet()) : null;
    Identification outcome = register().identify(row, target);
    return new Asked(shown, row, outcome, outcome.method() == Identification.Method.NUMBER ? null : answer);
  }

  private String inPlaceOfAName(@Nullable String digits, List<String> domains) {
    if (digits != null) {
      return digits.substring(0, NUMBER_BREAK) + "-" + digits.substring(NUMBER_BREAK);
    }
    return domains.stream().filter(domain -> !mail.isPublic(domain)).findFirst().orElse("");
  }

  /** The texts of the row at hand that lead to nothing, though they should. */
  List<String> unidentified() {
    return pending.stream().filter(Asked::isOpen).map(asked -> asked.text).toList();
  }

  /** Says the day of the record at hand, which ends it. */
  void on(@Nullable String day) {
    pending.subList(recordAt, pending.size()).stream().filter(asked -> asked != Asked.NOBODY).forEach(asked -> asked.day = day);
    recordAt = pending.size();
  }

  /** Counts what the row asked. */
  void commit(Origin place) {
    for (Asked asked : pending) {
      IdentityAnswer answer = asked.answer;
      String id = asked.outcome.id();
      if (answer != null && asked != Asked.NOBODY) {
        used.add(answer);
      }
      if (answer != null && !answer.kind().names()) {
        tally.noOrganisation += answer.kind() == IdentityAnswer.Kind.NOT_AN_ORGANISATION ? 1 : 0;
        tally.ignored += answer.kind() == IdentityAnswer.Kind.IGNORE ? 1 : 0;
      } else if (id == null) {
        tally.unidentified++;
        ask(questions, asked, place);
      } else {
        String method = answer == null ? asked.outcome.method().code() : Identification.Method.IDENTITY.code();
        tally.byMethod.merge(method, 1L, Long::sum);
        resolved.computeIfAbsent(String.join("\n", asked.text, id, method),
            key -> new Resolved(id, asked.text, method, place)).count++;
        if (answer != null && answer.kind() == IdentityAnswer.Kind.NEW && !known.containsKey(id)) {
          made.putIfAbsent(id, answer.text());
        }
      }
    }
    pending.clear();
  }

  /** Keeps the questions of a row that is rejected because of them, so that they can be answered. */
  void askOnly(Origin place) {
    pending.stream().filter(Asked::isOpen).forEach(asked -> blocked.add(new Blocked(asked, place)));
    pending.clear();
  }

  private static void ask(Map<String, Question> questions, Asked asked, Origin place) {
    questions.computeIfAbsent(IdentityRule.ALL.key(asked.text), key -> new Question(asked.text, asked.row))
        .met(asked.row, asked.outcome.candidates(), place, asked.day);
  }

  Register register() {
    Register now = register;
    if (now == null) {
      List<KnownOrganisation> all = new ArrayList<>();
      known.forEach((id, gathered) -> all.add(gathered.of(id)));
      now = new Register(all, words, mail);
      register = now;
    }
    return now;
  }

  boolean knows(String id) {
    return known.containsKey(id);
  }

  /** The ids of the organisations that answers make, with their names, as far as rows name them. */
  Map<String, String> made() {
    return made;
  }

  /** The answers that a row made use of. */
  Set<IdentityAnswer> used() {
    return used;
  }

  /** The questions of kept rows and of those that are rejected because of them, by text. */
  Collection<Question> questions() {
    Map<String, Question> all = new TreeMap<>(questions);
    blocked.forEach(one -> ask(all, one.asked(), one.place()));
    blocked.clear();
    return all.values();
  }

  Collection<Resolved> resolved() {
    return resolved.values();
  }

  Tally tally() {
    return tally;
  }
}
