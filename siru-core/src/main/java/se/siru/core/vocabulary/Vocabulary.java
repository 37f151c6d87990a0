package se.siru.core.vocabulary;

import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.stability.Provided;

/**
 * The code lists at hand, by id. The standard lists are read when they are first asked for; lists of plugins and portfolios are
 * added with {@link #with}, and a list of the same id replaces the one before.
 *
 * <p>Immutable and thread-safe.
 */
@Provided(since = "0.1.0")
public final class Vocabulary {
  private final TreeMap<String, Codelist> added;
  private final Set<String> standardIds;
  private final Function<String, Codelist> standard;

  Vocabulary(TreeMap<String, Codelist> added, Set<String> standardIds, Function<String, Codelist> standard) {
    this.added = added;
    this.standardIds = standardIds;
    this.standard = standard;
  }

  /** The lists that ship with this library. */
  public static Vocabulary standard() {
    return StandardCodelists.VOCABULARY;
  }

  /** This vocabulary with a list added, or replaced where the id is taken. */
  public Vocabulary with(Codelist list) {
    TreeMap<String, Codelist> lists = new TreeMap<>(added);
    lists.put(list.id(), list);
    return new Vocabulary(lists, standardIds, standard);
  }

  /** The ids of all lists, sorted. */
  public Set<String> ids() {
    Set<String> ids = new TreeSet<>(standardIds);
    ids.addAll(added.keySet());
    return ids;
  }

  /** The list with an id, if there is one. */
  public Optional<Codelist> find(String id) {
    Codelist list = added.get(id);
    if (list == null && standardIds.contains(id)) {
      list = standard.apply(id);
    }
    return Optional.ofNullable(list);
  }

  /**
   * The list with an id.
   *
   * @throws SiruException with {@link ErrorCode#UNKNOWN_NAME} where there is none
   */
  public Codelist list(String id) {
    return find(id).orElseThrow(() -> new SiruException(ErrorCode.UNKNOWN_NAME, "no code list '" + id + "'"));
  }
}
