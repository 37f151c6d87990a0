package se.siru.core.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small good portfolio on disk, in which a test spoils something. */
final class PortfolioFolder {
  private final Path root;
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private String members = "\"siru\": \"siru-portfolio/1\", \"name\": \"test\", \"siru:currency\": \"SEK\"";

  PortfolioFolder(Path root) {
    this.root = root;
    file("programme.csv", "id,level,name", "p,operation,Projektet");
    file("stakeholders.csv", "id,name,sector,region,registered", "s1,Kommunen,public,,", "s2,Företaget,business,,2001-05-31");
    file("activities.csv", "id,kind,start,end,duration-hours", "a1,,2022-03-01,2022-03-02,7.5", "a2,,2022-04-01,2022-04-01,3");
    file("participations.csv", "activity,organisations,heads", "a1,s1;s2,12", "a2,s2,1");
  }

  PortfolioFolder file(String name, String... lines) {
    return bytes(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  PortfolioFolder bytes(String name, byte[] content) {
    files.put(name, content);
    return this;
  }

  PortfolioFolder without(String name) {
    files.remove(name);
    return this;
  }

  /** Members of the descriptor beside the resources. */
  PortfolioFolder members(String json) {
    members = json.replace('\'', '"');
    return this;
  }

  PortfolioFolder alsoMembers(String json) {
    members += ", " + json.replace('\'', '"');
    return this;
  }

  Path write() throws IOException {
    List<String> resources = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String name = file.getKey();
      Files.createDirectories(root.resolve(name).getParent());
      Files.write(root.resolve(name), file.getValue());
      if (name.endsWith(".csv") && !name.contains("/")) {
        resources.add("{\"name\": \"" + name.replace(".csv", "") + "\", \"path\": \"" + name + "\"}");
      }
    }
    if (!files.containsKey("datapackage.json")) {
      Files.writeString(
          root.resolve("datapackage.json"), "{" + members + ", \"resources\": [" + String.join(", ", resources) + "]}");
    }
    return root;
  }

  PortfolioReader.Result read() throws IOException {
    return PortfolioReader.standard().read(write());
  }

  /** Place and rule of each finding, in order. */
  List<String> findings() throws IOException {
    return found(read());
  }

  static List<String> found(PortfolioReader.Result result) {
    return result.findings().list().stream().map(f -> f.origin() + " " + f.rule().id()).toList();
  }
}
