package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.finding.Finding;
import se.siru.core.finding.SiruException;
import se.siru.core.model.Schema;

/** A folder that is replaced is there before or after, whatever fails and wherever the program is killed. */
class FolderSwapTest {
  private static final String FILE = "stakeholders.csv";

  @TempDir Path temp;

  /** Stands for a kill: nothing is tidied up after it. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  /** Lets so many steps be taken, then the program is killed before or fails at the next. */
  private static final class Counting extends FolderSwap.Disk {
    private int left;
    private final boolean isKilled;

    Counting(int steps, boolean isKilled) {
      this.left = steps;
      this.isKilled = isKilled;
    }

    private void step() throws IOException {
      if (left-- == 0 && isKilled) {
        throw new Killed();
      }
      if (left == -1) {
        throw new IOException("no more steps");
      }
    }

    @Override
    void move(Path from, Path to) throws IOException {
      step();
      super.move(from, to);
    }

    @Override
    void create(Path folder) throws IOException {
      step();
      super.create(folder);
    }

    @Override
    void remove(Path path) throws IOException {
      step();
      super.remove(path);
    }
  }

  /** Cannot remove what was there before. */
  private static final class Clinging extends FolderSwap.Disk {
    @Override
    void remove(Path path) throws IOException {
      if (path.toString().contains(".siru-old-") && Files.isRegularFile(path)) {
        throw new IOException("in use");
      }
      super.remove(path);
    }
  }

  private Path out() {
    return temp.resolve("out");
  }

  private Optional<Path> write(String text, FolderSwap.Disk disk) throws IOException {
    return FolderSwap.write(out(), false, fresh -> {
      Files.writeString(fresh.resolve(DescriptorReader.FILE), "{}");
      Files.writeString(fresh.resolve(FILE), text);
    }, disk);
  }

  private List<String> beside() throws IOException {
    try (Stream<Path> all = Files.list(temp)) {
      return all.map(path -> path.getFileName().toString()).filter(name -> name.contains(".siru-")).sorted().toList();
    }
  }

  private static List<String> rules(List<Finding> findings) {
    return findings.stream().map(finding -> finding.rule().id() + " " + finding.arguments().get("folder")).sorted().toList();
  }

  private void empty() throws IOException {
    try (Stream<Path> all = Files.walk(temp)) {
      for (Path path : all.sorted((one, other) -> other.compareTo(one)).filter(path -> !path.equals(temp)).toList()) {
        Files.delete(path);
      }
    }
  }

  @Test
  void killedAtAnyStepTheNextRunFindsWhatWasThereOrWhatIsNew() throws IOException {
    boolean done = false;
    int missing = 0;
    for (int steps = 0; !done; steps++) {
      empty();
      write("before", new FolderSwap.Disk());
      try {
        write("after", new Counting(steps, true));
        done = true;
      } catch (Killed killed) {
        boolean isMissing = !Files.exists(out());
        missing += isMissing ? 1 : 0;
        List<String> left = beside();
        List<Finding> told = FolderRemains.settle(out());
        assertEquals(isMissing, rules(told).contains("folder.recovered .out.siru-old-1"), told.toString());
        for (String folder : left) {
          assertTrue(told.stream().anyMatch(each -> folder.equals(each.arguments().get("folder"))), folder + " of " + told);
        }
      }
      String text = Files.readString(out().resolve(FILE));
      assertTrue(text.equals("before") || text.equals("after"), text);
    }
    assertEquals(1, missing); // between the two moves
    assertEquals("after", Files.readString(out().resolve(FILE)));
    assertEquals(List.of(), beside());
  }

  @Test
  void aStepThatFailsLeavesWhatWasThereOrTellsWhatIsNew() throws IOException {
    boolean done = false;
    for (int steps = 0; !done; steps++) {
      empty();
      write("before", new FolderSwap.Disk());
      boolean isWritten = true;
      try {
        done = write("after", new Counting(steps, false)).isEmpty();
      } catch (IOException told) {
        isWritten = false;
      }
      assertEquals(isWritten ? "after" : "before", Files.readString(out().resolve(FILE)));
    }
  }

  @Test
  void whatCannotBeRemovedIsToldAndTheNewPortfolioStands() throws IOException {
    write("before", new FolderSwap.Disk());
    Optional<Path> left = write("after", new Clinging());
    assertEquals(".out.siru-old-1", left.orElseThrow().getFileName().toString());
    assertEquals("after", Files.readString(out().resolve(FILE)));
    assertEquals(List.of("folder.left-behind .out.siru-old-1"), rules(FolderRemains.settle(out())));
    assertEquals(Optional.empty(), write("again", new FolderSwap.Disk()));
    assertEquals(List.of(".out.siru-old-1"), beside());
  }

  @Test
  void aWriterTellsOfAFolderThatStays() throws IOException {
    PortfolioWriter writer = PortfolioWriter.of(Schema.standard()).name("x");
    writer.write(out());
    assertEquals(List.of("folder.left-behind .out.siru-old-1"), rules(writer.on(new Clinging()).write(out())));
  }

  @Test
  void anImportThatWasKilledIsTakenUpWithTheAnswersOfPeople() throws IOException {
    ImportFixture fixture = ImportFixture.stakeholders(temp, "\"id\": \"nr\"").file("a.csv", "nr\na\n");
    assertEquals(List.of(), fixture.run().findings());
    Files.writeString(fixture.out().resolve("identity.csv"), "id,target,kind,from\n");
    Files.move(fixture.out(), temp.resolve(".out.siru-old-1"));
    Files.createDirectory(temp.resolve(".out.siru-new-1"));
    SiruException missing = assertThrows(SiruException.class, () -> PortfolioReader.standard().read(fixture.out()));
    assertTrue(missing.getMessage().contains(".out.siru-old-1 is what was there"), missing.getMessage());
    ImportReport report = fixture.run();
    assertTrue(report.written());
    assertEquals(List.of("folder.left-behind .out.siru-new-1", "folder.recovered .out.siru-old-1"), rules(report.findings()));
    assertTrue(Files.exists(fixture.out().resolve("identity.csv")));
    assertEquals(List.of(".out.siru-new-1"), beside());
  }

  @Test
  void ofSeveralEarlierFoldersPeopleChoose() throws IOException {
    ImportFixture fixture = ImportFixture.stakeholders(temp, "\"id\": \"nr\"").file("a.csv", "nr\na\n");
    for (int i = 1; i <= 2; i++) {
      Path old = Files.createDirectory(temp.resolve(".out.siru-old-" + i));
      Files.writeString(old.resolve(DescriptorReader.FILE), "{}");
    }
    ImportReport report = fixture.run();
    Finding several = report.findings().stream().filter(each -> each.rule().id().equals("folder.several-left")).findFirst().orElseThrow();
    assertEquals(".out.siru-old-1, .out.siru-old-2", several.arguments().get("folders"));
    assertTrue(!report.written() && !Files.exists(fixture.out()));
  }
}
