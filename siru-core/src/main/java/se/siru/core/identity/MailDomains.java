package se.siru.core.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Domains of mail addresses and web sites, and which of them say nothing about an organisation because anybody may have an
 * address there. Immutable and thread-safe.
 */
public final class MailDomains {
  private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?";
  private static final String DOMAIN = "((?:" + LABEL + "\\.)+\\p{L}{2,})";
  private static final Pattern ADDRESS = Pattern.compile("@" + DOMAIN);
  private static final Pattern SITE = Pattern.compile("(?:^|[\\s,;/<(])(?:https?://)?(?:www\\.)?" + DOMAIN);
  private static final int LONGEST_LABEL = 63;

  private final Set<String> everybodys;

  private MailDomains(Set<String> everybodys) {
    this.everybodys = everybodys;
  }

  /** The list of the library, from {@code public-mail-domains.txt}. */
  public static MailDomains standard() {
    return new MailDomains(
        Resource.lines("public-mail-domains.txt").collect(Collectors.toCollection(TreeSet::new)));
  }

  /** The same with further public domains. */
  public MailDomains withPublic(Collection<String> more) {
    Set<String> all = new TreeSet<>(everybodys);
    more.forEach(domain -> all.add(small(domain.strip())));
    return new MailDomains(all);
  }

  /** The domains of all mail addresses in a text, in lower case, without doubles. What stands before the @ is dropped. */
  public static List<String> ofAddresses(String text) {
    return all(ADDRESS, text);
  }

  /** The domains of mail addresses and web sites in a text. */
  public static List<String> ofSites(String text) {
    List<String> all = new ArrayList<>(ofAddresses(text));
    all(SITE, text.replaceAll("\\S*@\\S*", " ")).stream().filter(domain -> !all.contains(domain)).forEach(all::add);
    return all;
  }

  private static List<String> all(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    if (text.length() > LONGEST_LABEL * LONGEST_LABEL) { // no cell with an address is as long
      return found;
    }
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      String domain = small(matcher.group(1));
      if (!found.contains(domain)) {
        found.add(domain);
      }
    }
    return found;
  }

  /** True where a domain, or one that it lies below, is open to anybody. */
  public boolean isPublic(String domain) {
    return upwards(domain).stream().anyMatch(everybodys::contains);
  }

  /** A domain and those above it, down to two labels: {@code edu.habo.se, habo.se}. */
  static List<String> upwards(String domain) {
    List<String> all = new ArrayList<>();
    String rest = domain;
    while (rest.indexOf('.') > 0) {
      all.add(rest);
      rest = rest.substring(rest.indexOf('.') + 1);
    }
    return all;
  }

  private static String small(String domain) {
    return domain.toLowerCase(Locale.ROOT);
  }
}
