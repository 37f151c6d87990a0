package se.siru.core.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row says of an organisation.
 *
 * @param name as written, without numbers of persons; empty where the row has none
 * @param number ten digits of a legal person; null where the row has none, or none that is right
 * @param domains of mail addresses, in lower case
 * @param region the code of where it is; empty where the row does not say
 */
public record Description(String name, @Nullable String number, List<String> domains, String region) {
  /** Copies the list. */
  public Description {
    domains = List.copyOf(domains);
  }
}
