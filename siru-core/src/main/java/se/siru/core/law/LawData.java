package se.siru.core.law;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.stability.Experimental;
import se.siru.core.text.LocalizedText;

/**
 * What agreements and aid are held to, section by section. The library's own data are {@link #standard}; a plugin or a portfolio
 * brings others, and each section that they state replaces the whole section before.
 *
 * <p>Immutable and thread-safe.
 */
@Experimental(since = "0.1.0")
public final class LawData {
  private final String id;
  private final String version;
  private final LocalizedText name;
  private final @Nullable List<LegalBasis> bases;
  private final @Nullable List<ValueLimit> directAwards;
  private final @Nullable List<LeastShare> shares;
  private final @Nullable List<Checklist> checklists;
  private final @Nullable List<AidCeiling> deMinimis;
  private final @Nullable List<ExchangeRate> rates;

  private LawData(Builder from) {
    this.id = from.id;
    this.version = from.version;
    this.name = from.name;
    this.bases = from.bases;
    this.directAwards = from.directAwards;
    this.shares = from.shares;
    this.checklists = from.checklists;
    this.deMinimis = from.deMinimis;
    this.rates = from.rates;
  }

  /** The data that ship with the library: Swedish procurement and the European rules on de minimis aid. */
  public static LawData standard() {
    return StandardLaw.DATA;
  }

  /** Starts data with no section. */
  public static Builder builder(String id, String version) {
    return new Builder(id, version);
  }

  /** The id; where sections were replaced, that of the last data. */
  public String id() {
    return id;
  }

  /** The version of the data with that id. */
  public String version() {
    return version;
  }

  /** What people read; may be empty. */
  public LocalizedText name() {
    return name;
  }

  /** When agreements may be made on which basis. A basis without an entry is not tested. */
  public List<LegalBasis> legalBases() {
    return stated(bases);
  }

  /** Up to which value agreements may be awarded directly. */
  public List<ValueLimit> directAwardLimits() {
    return stated(directAwards);
  }

  /** Which share of those occupied must belong to the groups of a reservation. */
  public List<LeastShare> occupiedShares() {
    return stated(shares);
  }

  /** What must be so for an agreement to be what it says. */
  public List<Checklist> checklists() {
    return stated(checklists);
  }

  /** The ceilings of de minimis aid. */
  public List<AidCeiling> deMinimis() {
    return stated(deMinimis);
  }

  /** Between the currency of ceilings and those of portfolios; the library's own data have none. */
  public List<ExchangeRate> exchangeRates() {
    return stated(rates);
  }

  /** The sections that are stated, empty ones among them, in order. */
  public Set<Section> sections() {
    Set<Section> stated = EnumSet.noneOf(Section.class);
    List<@Nullable List<?>> all = Arrays.asList(bases, directAwards, shares, checklists, deMinimis, rates);
    for (Section section : Section.values()) {
      if (all.get(section.ordinal()) != null) {
        stated.add(section);
      }
    }
    return Collections.unmodifiableSet(stated);
  }

  private static <T> List<T> stated(@Nullable List<T> section) {
    return section == null ? List.of() : section;
  }

  /** These data with the sections that others state in place of their own. */
  public LawData with(LawData other) {
    Builder merged = new Builder(other.id, other.version).named(other.name);
    merged.bases = later(bases, other.bases);
    merged.directAwards = later(directAwards, other.directAwards);
    merged.shares = later(shares, other.shares);
    merged.checklists = later(checklists, other.checklists);
    merged.deMinimis = later(deMinimis, other.deMinimis);
    merged.rates = later(rates, other.rates);
    return merged.build();
  }

  private static <T> @Nullable List<T> later(@Nullable List<T> before, @Nullable List<T> after) {
    return after == null ? before : after;
  }

  @Override
  public String toString() {
    return id + "/" + version;
  }

  /** What is stated or left out as a whole. */
  @Experimental(since = "0.1.0")
  public enum Section {
    /** {@link LawData#legalBases}. */
    LEGAL_BASES,
    /** {@link LawData#directAwardLimits}. */
    DIRECT_AWARD_LIMITS,
    /** {@link LawData#occupiedShares}. */
    OCCUPIED_SHARES,
    /** {@link LawData#checklists}. */
    CHECKLISTS,
    /** {@link LawData#deMinimis}. */
    DE_MINIMIS,
    /** {@link LawData#exchangeRates}. */
    EXCHANGE_RATES;

    /** The word in files, for example {@code legal-bases}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Puts data together, section by section; an empty section says that there is nothing to hold anybody to. Not thread-safe. */
  @Experimental(since = "0.1.0")
  public static final class Builder {
    private final String id;
    private final String version;
    private LocalizedText name = LocalizedText.empty();
    private @Nullable List<LegalBasis> bases;
    private @Nullable List<ValueLimit> directAwards;
    private @Nullable List<LeastShare> shares;
    private @Nullable List<Checklist> checklists;
    private @Nullable List<AidCeiling> deMinimis;
    private @Nullable List<ExchangeRate> rates;

    private Builder(String id, String version) {
      this.id = Objects.requireNonNull(id, "id");
      this.version = Objects.requireNonNull(version, "version");
    }

    /** What people read. */
    public Builder named(LocalizedText text) {
      this.name = Objects.requireNonNull(text, "text");
      return this;
    }

    /** States the section {@link LawData#legalBases}. */
    public Builder legalBases(List<LegalBasis> section) {
      this.bases = List.copyOf(section);
      return this;
    }

    /** States the section {@link LawData#directAwardLimits}. */
    public Builder directAwardLimits(List<ValueLimit> section) {
      this.directAwards = List.copyOf(section);
      return this;
    }

    /** States the section {@link LawData#occupiedShares}. */
    public Builder occupiedShares(List<LeastShare> section) {
      this.shares = List.copyOf(section);
      return this;
    }

    /** States the section {@link LawData#checklists}. */
    public Builder checklists(List<Checklist> section) {
      this.checklists = List.copyOf(section);
      return this;
    }

    /** States the section {@link LawData#deMinimis}. */
    public Builder deMinimis(List<AidCeiling> section) {
      this.deMinimis = List.copyOf(section);
      return this;
    }

    /** States the section {@link LawData#exchangeRates}. */
    public Builder exchangeRates(List<ExchangeRate> section) {
      this.rates = List.copyOf(section);
      return this;
    }

    /** The finished data. */
    public LawData build() {
      return new LawData(this);
    }
  }
}
