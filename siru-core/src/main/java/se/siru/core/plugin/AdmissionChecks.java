package se.siru.core.plugin;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.RuleSet;
import se.siru.core.lexical.IdText;
import se.siru.core.model.Field;
import se.siru.core.model.Schema;
import se.siru.core.model.ValidationRule;
import se.siru.core.translation.Translations;
import se.siru.core.vocabulary.Codelist;

/** What must be true of a plugin so that a host admits it, whether it told so itself or its process did. */
final class AdmissionChecks {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int LONGEST_TEXT = 200;

  private AdmissionChecks() {}

  /**
   * Checks what a plugin says about itself.
   *
   * @param own whether its class is this library's
   */
  static void check(PluginDescriptor told, boolean own) throws PluginRefusal {
    if (!PluginDescriptor.isWellFormed(told.id())) {
      throw bad("the plugin id is not kebab-case of at most " + PluginDescriptor.LONGEST_ID + " letters a-z, digits and '-'");
    }
    if (told.version().isBlank() || !isPlain(told.version())) {
      throw bad("the version is blank, longer than " + LONGEST_TEXT + " characters, or has characters that cannot be seen");
    }
    if (!isPlain(told.name())) {
      throw bad("the name is longer than " + LONGEST_TEXT + " characters, or has characters that cannot be seen");
    }
    if (PluginDescriptor.isReserved(told.id())) {
      throw bad("the id " + told.id() + " means something else; choose one of your own");
    }
    if (PluginDescriptor.isOwn(told.id()) && !own) {
      throw bad("the id " + told.id() + " belongs to this library; choose one of your own");
    }
  }

  /** Checks that this host serves the version of the contract that a plugin was compiled against. */
  static void checkVersion(PluginDescriptor told) throws PluginRefusal {
    if (told.spi() < Spi.OLDEST || told.spi() > Spi.VERSION) {
      throw new PluginRefusal(PluginReport.Reason.SPI_VERSION, Spi.contract(told.spi()));
    }
  }

  /** True where what somebody else's plugin says about itself may be shown. */
  static boolean isSound(PluginDescriptor told) {
    try {
      check(told, false);
      return true;
    } catch (PluginRefusal refusal) {
      return false;
    }
  }

  /** True for a text that may be shown: not long, and by the rule of ids, save that it may hold any visible character. */
  static boolean isPlain(String text) {
    IdText.Fault fault = IdText.fault(text);
    return text.length() <= LONGEST_TEXT && (fault == null || fault.kind() == IdText.Kind.SHAPE);
  }

  /** Checks rule sets, which may be asked for before anything else. */
  static void checkRuleSets(List<RuleSet> ruleSets) throws PluginRefusal {
    Set<String> ids = new HashSet<>();
    for (RuleSet each : ruleSets) {
      if (each.isDefaults() || !ids.add(each.id())) {
        throw content("the rule set " + each.id() + " is there twice");
      }
    }
  }

  /** Checks that all that a plugin brings is its own and fits together. */
  static void check(Contribution contribution) throws PluginRefusal {
    checkRuleSets(contribution.ruleSets());
    checkIndicators(contribution.id(), contribution);
    checkSchema(contribution.id(), contribution);
    checkValidation(contribution.id(), contribution.validationRules());
    checkTranslations(contribution.id(), contribution);
    checkReserved(contribution);
  }

  private static void checkIndicators(String id, Contribution contribution) throws PluginRefusal {
    for (Indicator indicator : contribution.indicators()) {
      owned(id, "indicator", indicator.id());
      if (indicator.code().indexOf(':') >= 0) {
        owned(id, "indicator code", indicator.code());
      }
    }
    for (String function : contribution.functions().keySet()) {
      owned(id, "function", function);
    }
    try {
      Catalogue.empty().with(contribution.provider(), contribution.indicators(), contribution.functions());
    } catch (SiruException conflict) {
      throw content(PluginRefusal.oneLine(conflict.getMessage()));
    }
  }

  private static void checkSchema(String id, Contribution contribution) throws PluginRefusal {
    Schema schema = Schema.standard();
    Set<String> lists = new HashSet<>();
    for (Codelist list : contribution.codelists()) {
      // The library's own modules may bring lists without a namespace, but nobody replaces one that is there.
      boolean ownList = contribution.own() && list.id().length() <= LONGEST_TEXT && NAME.matcher(list.id()).matches();
      if (!ownList) {
        owned(id, "code list", list.id());
      }
      if (!lists.add(list.id()) || schema.vocabulary().ids().contains(list.id())) {
        throw content("the code list " + list.id() + " is there twice");
      }
    }
    Set<Field<?>> fields = new HashSet<>();
    for (Field<?> field : contribution.fields()) {
      owned(id, "field", field.name());
      if (!fields.add(field)) {
        throw content("the field " + field + " is there twice");
      }
      if (schema.find(field.type()).isEmpty()) {
        throw content("the field " + field + " lies on no known record type");
      }
      String list = field.codelist();
      if (list != null && !lists.contains(list) && !schema.vocabulary().ids().contains(list)) {
        throw content("the field " + field + " holds codes of the unknown list " + list);
      }
      String target = field.target();
      if (target != null && schema.find(target).isEmpty()) {
        throw content("the field " + field + " points at the unknown record type " + target);
      }
    }
  }

  private static void checkValidation(String id, List<ValidationRule> rules) throws PluginRefusal {
    Set<String> ids = new HashSet<>();
    for (ValidationRule rule : rules) {
      owned(id, "validation rule", rule.id());
      if (!ids.add(rule.id())) {
        throw content("the validation rule " + rule.id() + " is there twice");
      }
      if (Schema.standard().find(rule.over().name()).isEmpty()) {
        throw content("the validation rule " + rule.id() + " is about no known record type");
      }
    }
  }

  private static void checkTranslations(String id, Contribution contribution) throws PluginRefusal {
    if (contribution.translations().isEmpty()) {
      return;
    }
    Schema own = contribution.addedTo(Schema.standard());
    Catalogue catalogue =
        Catalogue.empty().with(contribution.provider(), contribution.indicators(), contribution.functions());
    Set<String> known = Translations.texts(own, catalogue).keySet();
    Set<String> languages = new HashSet<>();
    for (Translations words : contribution.translations()) {
      if (!languages.add(words.language())) {
        throw content("the words of " + words.language() + " are there twice");
      }
      for (String key : words.keys()) {
        boolean ofOwn = OwnedKeys.belongTo(id, key) && (known.contains(key) || key.startsWith(Translations.OF_RULES));
        if (!ofOwn && !OwnedKeys.belongToLibrary(key)) {
          throw content("the words for '" + PluginRefusal.oneLine(key) + "' belong to nothing that it brings, and not to this library");
        }
      }
    }
  }

  /** What is asked for by a free name; those of this library are kept for formats, readers and rule sets that it may bring later. */
  private static void checkReserved(Contribution contribution) throws PluginRefusal {
    if (contribution.own()) {
      return;
    }
    for (Claim claim : contribution.claims()) {
      if (claim.kind().isNamedFreely() && PluginDescriptor.isOwn(claim.name())) {
        throw content("the " + claim.in("en") + " is a name of this library; choose one that does not begin with siru");
      }
    }
  }

  private static void owned(String id, String what, String name) throws PluginRefusal {
    String local = name.startsWith(id + ":") ? name.substring(id.length() + 1) : "";
    if (local.length() > LONGEST_TEXT || !NAME.matcher(local).matches()) {
      throw content("the " + what + " '" + PluginRefusal.oneLine(name) + "' must be " + id + ":kebab-name");
    }
  }

  private static PluginRefusal bad(String message) {
    return new PluginRefusal(PluginReport.Reason.BAD_DESCRIPTOR, message);
  }

  /** A refusal because of something that the plugin brings. */
  static PluginRefusal content(String message) {
    return new PluginRefusal(PluginReport.Reason.BAD_CONTENT, message);
  }
}
