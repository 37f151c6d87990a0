package se.siru.core.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
    return new CodelistFile(id, text, new ObjectMapper().readTree(text));
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
