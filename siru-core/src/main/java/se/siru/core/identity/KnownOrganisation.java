package se.siru.core.identity;

import java.util.List;

/**
 * What is known of an organisation that texts may mean.
 *
 * @param id its id in the portfolio
 * @param names all names, the one to show first; may be empty
 * @param numbers ten digits each of a legal person
 * @param domains in lower case
 * @param region the code of where it is; empty where it is not known
 */
public record KnownOrganisation(
    String id, List<String> names, List<String> numbers, List<String> domains, String region) {
  /** Copies the lists. */
  public KnownOrganisation {
    names = List.copyOf(names);
    numbers = List.copyOf(numbers);
    domains = List.copyOf(domains);
  }

  /** What it is called; the id where no name is known. */
  public String shown() {
    return names.isEmpty() ? id : names.get(0);
  }
}
