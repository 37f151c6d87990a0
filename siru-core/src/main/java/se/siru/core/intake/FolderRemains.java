package se.siru.core.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Origin;
import se.siru.core.lexical.NaturalOrder;

/** What a {@link FolderSwap} that was broken off left beside its target. */
final class FolderRemains {
  private FolderRemains() {}

  /** The warning that a folder was left. */
  static Finding leftBehind(Path folder) {
    return Finding.of(FolderRules.LEFT_BEHIND, Origin.of(name(folder)), "folder", name(folder));
  }

  /**
   * Puts back the earlier contents of a folder that is missing since its replacement was broken off between two moves, and tells what
   * else was left. Nothing is removed: another program may be at work there.
   */
  static List<Finding> settle(Path folder) throws IOException {
    Path target = FolderSwap.absolute(folder);
    List<Path> left = new ArrayList<>(beside(target, FolderSwap.OLD));
    left.addAll(beside(target, FolderSwap.NEW));
    List<Finding> told = new ArrayList<>();
    List<Path> earlier = Files.exists(target) ? List.of() : earlier(target);
    if (earlier.size() == 1) {
      new FolderSwap.Disk().move(earlier.get(0), target);
      told.add(Finding.of(
          FolderRules.RECOVERED, Origin.of(name(target)), "folder", name(earlier.get(0))));
      left.remove(earlier.get(0));
    } else if (!earlier.isEmpty()) {
      told.add(Finding.of(FolderRules.SEVERAL_LEFT, Origin.of(name(target)), "folders",
          earlier.stream().map(FolderRemains::name).collect(Collectors.joining(", "))));
    }
    left.forEach(each -> told.add(leftBehind(each)));
    return told;
  }

  /** The whole portfolios that a folder may have been before it was replaced. */
  static List<Path> earlier(Path folder) throws IOException {
    return beside(FolderSwap.absolute(folder), FolderSwap.OLD).stream()
        .filter(old -> Files.isRegularFile(old.resolve(DescriptorReader.FILE)))
        .toList();
  }

  private static List<Path> beside(Path target, String what) throws IOException {
    Path parent = target.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      return List.of();
    }
    String prefix = FolderSwap.prefix(target, what);
    try (Stream<Path> all = Files.list(parent)) {
      return all
          .filter(path -> name(path).startsWith(prefix) && name(path).substring(prefix.length()).matches("[0-9]{1,4}"))
          .filter(Files::isDirectory)
          .sorted((one, other) -> NaturalOrder.INSTANCE.compare(name(one), name(other)))
          .toList();
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
