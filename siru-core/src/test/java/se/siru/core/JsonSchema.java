package se.siru.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** As much of JSON Schema (2020-12) as the documents of this library use; what they do not use is refused. */
public final class JsonSchema {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> KNOWN = List.of(
      "$schema", "title", "$defs", "$ref", "description", "const", "enum", "type", "pattern", "minimum", "anyOf", "oneOf", "allOf", "if",
      "then", "required", "dependentRequired", "items", "minItems", "maxItems", "properties", "patternProperties", "additionalProperties");

  private final JsonNode root;

  private JsonSchema(JsonNode root) {
    this.root = root;
  }

  /** A schema from its text. */
  public static JsonSchema of(String text) {
    return new JsonSchema(read(text));
  }

  private static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  /** True where a document, given as text, is valid. */
  public boolean isValid(String document) {
    return isValid(root, read(document));
  }

  private boolean isValid(JsonNode schema, JsonNode value) {
    schema.fieldNames().forEachRemaining(name -> {
      if (!KNOWN.contains(name)) {
        throw new AssertionError("the schema says " + name + ", which is not looked at here");
      }
    });
    return (!schema.has("$ref") || isValid(root.at(schema.get("$ref").asText().substring(1)), value))
        && (!schema.has("const") || schema.get("const").equals(value))
        && (!schema.has("enum") || stream(schema.get("enum")).anyMatch(value::equals))
        && (!schema.has("type") || isA(schema.get("type"), value))
        && (!schema.has("pattern") || !value.isTextual() || found(schema.get("pattern").asText(), value.asText()))
        && (!schema.has("minimum") || !value.isNumber() || value.asLong() >= schema.get("minimum").asLong())
        && (!schema.has("minItems") || !value.isArray() || value.size() >= schema.get("minItems").asInt())
        && (!schema.has("maxItems") || !value.isArray() || value.size() <= schema.get("maxItems").asInt())
        && (!schema.has("anyOf") || stream(schema.get("anyOf")).anyMatch(one -> isValid(one, value)))
        && (!schema.has("oneOf") || stream(schema.get("oneOf")).filter(one -> isValid(one, value)).count() == 1)
        && stream(schema.path("allOf")).allMatch(one -> isValid(one, value))
        && (!schema.has("if") || !isValid(schema.get("if"), value) || isValid(schema.get("then"), value))
        && stream(schema.path("required")).allMatch(name -> value.has(name.asText()))
        && schema.path("dependentRequired").properties().stream().allMatch(member ->
            !value.has(member.getKey()) || stream(member.getValue()).allMatch(name -> value.has(name.asText())))
        && stream(value).allMatch(element -> !value.isArray() || !schema.has("items") || isValid(schema.get("items"), element))
        && value.properties().stream().allMatch(member -> isMember(schema, member.getKey(), member.getValue()));
  }

  private static boolean found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).find();
  }

  private boolean isMember(JsonNode schema, String name, JsonNode value) {
    if (schema.path("properties").has(name)) {
      return isValid(schema.get("properties").get(name), value);
    }
    for (var pattern : schema.path("patternProperties").properties()) {
      if (found(pattern.getKey(), name)) {
        return isValid(pattern.getValue(), value);
      }
    }
    JsonNode others = schema.path("additionalProperties");
    return others.isObject() ? isValid(others, value) : others.asBoolean(true);
  }

  private static Stream<JsonNode> stream(JsonNode nodes) {
    List<JsonNode> all = new ArrayList<>();
    nodes.elements().forEachRemaining(all::add);
    return all.stream();
  }

  private static boolean isA(JsonNode type, JsonNode value) {
    if (type.isArray()) {
      return stream(type).anyMatch(one -> isA(one, value));
    }
    return switch (type.asText()) {
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      case "null" -> value.isNull();
      default -> throw new AssertionError(type);
    };
  }
}
