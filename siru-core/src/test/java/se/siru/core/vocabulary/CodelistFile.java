package se.siru.core.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** A code list as its file states it, read without the product's own reader. */
record CodelistFile(String id, String text, JsonNode root) {

  static List<String> index() throws IOException {
    return bytesAsText("codelists.txt").lines().toList();
  }

  static CodelistFile read(String id) throws IOException {
    String text = bytesAsText(id + ".json");
    JsonNode root = new ObjectMapper().readTree(text);
    if (CodelistFile.class.getResource(id + ".tsv") != null) {
      bytesAsText(id + ".tsv").lines().skip(1).forEach(line -> addCode(root.withArray("codes"), line.split("\t", -1)));
    }
    return new CodelistFile(id, text, root);
  }

  /** The code of a line of a table, as a file without a table would state it. */
  private static void addCode(ArrayNode codes, String[] columns) {
    ObjectNode code = codes.addObject().put("code", columns[0]);
    code.putObject("label").put("sv", columns[3]).put("en", columns[4]);
    if (!columns[1].isEmpty()) {
      code.put("parent", columns[1]);
    }
    code.put("level", columns[2]);
    if (!columns[5].isEmpty()) {
      ArrayNode aliases = code.putArray("aliases");
      for (String alias : columns[5].split("\\|")) {
        aliases.add(alias);
      }
    }
  }

  private static String bytesAsText(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(CodelistFile.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  List<JsonNode> codes() {
    List<JsonNode> codes = new ArrayList<>();
    root.path("codes").forEach(codes::add);
    return codes;
  }

  Map<String, JsonNode> byCode() {
    Map<String, JsonNode> byCode = new LinkedHashMap<>();
    codes().forEach(code -> byCode.put(code.path("code").asText(), code));
    return byCode;
  }

  static List<String> aliases(JsonNode code) {
    List<String> aliases = new ArrayList<>();
    code.path("aliases").forEach(alias -> aliases.add(alias.asText()));
    return aliases;
  }

  /** Everything that names a code, folded as a reader of foreign data folds it. */
  static TreeSet<String> spellings(JsonNode code) {
    TreeSet<String> spellings = new TreeSet<>();
    spellings.add(fold(code.path("code").asText()));
    code.path("label").forEach(label -> spellings.add(fold(label.asText())));
    aliases(code).forEach(alias -> spellings.add(fold(alias)));
    return spellings;
  }

  static String fold(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return id;
  }
}
