package se.siru.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ten ways in which a portfolio is wrong, each at one place or two, and where the findings must point. */
enum BadPortfolio {
  MISSING_COLUMN(
      List.of("programme.csv:1:level", "stakeholders.csv:1:id"),
      "programme.csv", "id,name\nop,Projektet\n",
      "stakeholders.csv", "kind,name,sector\norganisation,Ett,public\n"),
  UNKNOWN_CODE(
      List.of("stakeholders.csv:2:sector", "stakeholders.csv:4:size", "activities.csv:3:mode"),
      "stakeholders.csv",
      "id,kind,name,sector,size\ns1,organisation,Ett,offentlig,\ns2,organisation,Två,public,\n"
          + "s3,organisation,Tre,public,huge\n",
      "activities.csv",
      "id,kind,mode,start\na1,network-meeting,digital,2021-01-01\na2,network-meeting,telepathy,2021-01-01\n"),
  DANGLING_REFERENCE(
      List.of("participations.csv:2:activity", "participations.csv:3:organisations"),
      "participations.csv",
      "activity,organisations,heads,status,role\na9,s1,3,attended,participant\na1,s9,3,attended,participant\n"),
  DUPLICATE_ID(
      List.of("stakeholders.csv:3", "activities.csv:4"),
      "stakeholders.csv", "id,kind,name\ns1,organisation,Ett\ns1,organisation,Ett igen\n",
      "activities.csv",
      "id,kind,start\na1,network-meeting,2021-01-01\na2,network-meeting,2021-01-01\na2,network-meeting,2021-02-01\n"),
  BAD_DATE(
      List.of("activities.csv:2:start", "activities.csv:3:start"),
      "activities.csv", "id,kind,start\na1,network-meeting,2021-02-30\na2,network-meeting,1 mars\n"),
  BAD_NUMBER(
      List.of("participations.csv:2:heads", "participations.csv:3:heads"),
      "participations.csv",
      "activity,organisations,heads,status,role\na1,s1,tre,attended,participant\na1,s1,-4,attended,participant\n"),
  WRONG_SEPARATOR(
      List.of("stakeholders.csv:1"),
      "stakeholders.csv", "id;kind;name;sector\ns1;organisation;Ett;public\n"),
  LATIN_1_BYTES(
      List.of("stakeholders.csv:3"),
      "stakeholders.csv", "id,kind,name\ns1,organisation,Ett\ns2,organisation,Tv\u00e5\n"),
  REVERSED_PERIOD(
      List.of("programme.csv:2", "initiatives.csv:2"),
      "programme.csv", "id,level,name,start,end\nop,operation,Projektet,2023-12-31,2021-01-01\n",
      "initiatives.csv", "id,kind,start,end\ni1,service,2022-05-01,2022-04-30\n"),
  EMPTY_FILE(
      List.of("programme.csv"),
      "programme.csv", "");

  private final List<String> places;
  private final Map<String, String> changed = new LinkedHashMap<>();

  /** Places of findings, and names and contents of files that differ from a good portfolio. */
  BadPortfolio(List<String> places, String... namesAndContents) {
    this.places = places;
    for (int i = 0; i < namesAndContents.length; i += 2) {
      changed.put(namesAndContents[i], namesAndContents[i + 1]);
    }
  }

  /** Where findings must point: a file, a row and, where one cell is wrong, a column. */
  List<String> places() {
    return places;
  }

  /** Writes the good portfolio that the bad ones start from. */
  static Path writeGood(Path folder) throws IOException {
    write(folder, Map.of(), UTF_8);
    return folder;
  }

  Path write(Path folder) throws IOException {
    write(folder, changed, this == LATIN_1_BYTES ? ISO_8859_1 : UTF_8);
    return folder;
  }

  private static void write(Path folder, Map<String, String> changed, Charset charset) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("programme.csv", "id,level,name,start,end\nop,operation,Projektet,2021-01-01,2023-12-31\n");
    files.put("stakeholders.csv", "id,kind,name,sector\ns1,organisation,Ett,public\ns2,organisation,Två,academia\n");
    files.put("initiatives.csv", "id,kind,start,end\ni1,service,2021-01-01,\n");
    files.put(
        "activities.csv",
        "id,kind,status,start\na1,network-meeting,held,2021-01-01\na2,network-meeting,held,2022-01-01\n");
    files.put(
        "participations.csv",
        "activity,organisations,heads,status,role\na1,s1;s2,3,attended,participant\na2,s1,2,attended,participant\n");
    files.putAll(changed);
    StringBuilder resources = new StringBuilder();
    Map<String, String> types =
        Map.of(
            "programme", "programme", "stakeholders", "stakeholder", "initiatives", "initiative",
            "activities", "activity", "participations", "participation");
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : files.entrySet()) {
      String name = file.getKey().replace(".csv", "");
      resources.append(resources.length() == 0 ? "" : ",\n  ");
      resources.append("{\"name\": \"" + name + "\", \"path\": \"" + file.getKey() + "\", \"siru:type\": \""
          + types.get(name) + "\"}");
      Files.write(folder.resolve(file.getKey()), file.getValue().getBytes(charset));
    }
    Files.writeString(
        folder.resolve("datapackage.json"),
        "{\"name\": \"small\", \"siru\": \"siru-portfolio/1\", \"siru:currency\": \"SEK\",\n \"resources\": [\n  "
            + resources + "]}\n");
  }
}
