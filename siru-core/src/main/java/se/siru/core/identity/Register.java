package se.siru.core.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The organisations that are known, found by organisation number, mail domain or normal name. A step decides only where it
 * leads to exactly one organisation and nothing that is stated contradicts it; whatever else is asked about. Immutable and
 * thread-safe.
 */
public final class Register {
  private final OrganisationWords words;
  private final MailDomains mail;
  private final TreeMap<String, KnownOrganisation> byId = new TreeMap<>();
  private final Map<String, TreeSet<String>> byNumber = new HashMap<>();
  private final Map<String, TreeSet<String>> byDomain = new HashMap<>();
  private final Map<String, TreeMap<String, List<NormalName>>> byCore = new HashMap<>();

  /** Indexes organisations, each id once. */
  public Register(Collection<KnownOrganisation> all, OrganisationWords words, MailDomains mail) {
    this.words = words;
    this.mail = mail;
    for (KnownOrganisation one : all) {
      byId.put(one.id(), one);
      one.numbers().forEach(number -> byNumber.computeIfAbsent(number, key -> new TreeSet<>()).add(one.id()));
      one.domains().stream().filter(domain -> !mail.isPublic(domain))
          .forEach(domain -> byDomain.computeIfAbsent(domain, key -> new TreeSet<>()).add(one.id()));
      for (String name : one.names()) {
        NormalName normal = words.name(name);
        if (!normal.isEmpty()) {
          byCore.computeIfAbsent(normal.core(), key -> new TreeMap<>())
              .computeIfAbsent(one.id(), key -> new ArrayList<>()).add(normal);
        }
      }
    }
  }

  /** All organisations by id. */
  public Map<String, KnownOrganisation> organisations() {
    return Collections.unmodifiableMap(byId);
  }

  OrganisationWords words() {
    return words;
  }

  /**
   * Takes the steps in order: number, identity, domain, name.
   *
   * @param identity what {@code identity.csv} says that the name means; null where it says nothing
   */
  public Identification identify(Description row, @Nullable String identity) {
    TreeSet<String> ofNumber = row.number() == null ? new TreeSet<>() : found(byNumber.get(row.number()));
    if (ofNumber.size() == 1) {
      return Identification.found(Identification.Method.NUMBER, ofNumber.first());
    }
    if (identity != null) {
      return Identification.found(Identification.Method.IDENTITY, identity);
    }
    if (byId.containsKey(row.name())) {
      return Identification.found(Identification.Method.IDENTITY, row.name());
    }
    TreeSet<String> ofDomain = ofDomains(row.domains());
    TreeSet<String> ofName = ofName(row.name());
    boolean contradiction = !ofDomain.isEmpty() && !ofName.isEmpty() && ofDomain.stream().noneMatch(ofName::contains);
    TreeSet<String> candidates = new TreeSet<>(ofNumber);
    if (!contradiction && ofNumber.isEmpty()) {
      TreeSet<String> both = new TreeSet<>(ofDomain);
      both.retainAll(ofName);
      if (ofDomain.size() == 1 && hasNoOtherNumber(ofDomain.first(), row)) {
        return Identification.found(Identification.Method.DOMAIN, ofDomain.first());
      }
      TreeSet<String> left = both.isEmpty() ? ofName : both;
      if (left.size() == 1 && hasNoOtherNumber(left.first(), row)) {
        return Identification.found(Identification.Method.NAME, left.first());
      }
    }
    candidates.addAll(ofDomain);
    candidates.addAll(ofName);
    return Identification.ask(List.copyOf(candidates));
  }

  private static TreeSet<String> found(@Nullable TreeSet<String> ids) {
    return ids == null ? new TreeSet<>() : ids;
  }

  /** The organisations of the nearest domain that any has; several addresses may lead to several. */
  private TreeSet<String> ofDomains(List<String> domains) {
    TreeSet<String> all = new TreeSet<>();
    for (String domain : domains) {
      if (mail.isPublic(domain)) {
        continue;
      }
      for (String up : MailDomains.upwards(domain)) {
        TreeSet<String> ids = byDomain.get(up);
        if (ids != null) {
          all.addAll(ids);
          break;
        }
      }
    }
    return all;
  }

  /** Those of the same form where there are any; else those whose form does not contradict. */
  private TreeSet<String> ofName(String text) {
    NormalName name = words.name(text);
    TreeSet<String> same = new TreeSet<>();
    TreeSet<String> agreeing = new TreeSet<>();
    byCore.getOrDefault(name.core(), new TreeMap<>()).forEach((id, names) -> {
      if (names.contains(name)) {
        same.add(id);
      }
      if (names.stream().anyMatch(name::agrees)) {
        agreeing.add(id);
      }
    });
    return same.isEmpty() ? agreeing : same;
  }

  private boolean hasNoOtherNumber(String id, Description row) {
    KnownOrganisation one = byId.get(id);
    return row.number() == null || one == null || one.numbers().isEmpty() || one.numbers().contains(row.number());
  }
}
