package org.relunet.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compares a resource with its definition, the schema that Kubernetes checks it by: types, allowed
 * values and required keys, and, as Kubernetes does if asked to be strict, keys that it doesn't
 * know.
 */
final class CustomResource {
  private final List<String> faults = new ArrayList<>();

  private CustomResource() {}

  /** What is wrong with a resource, as lines that name the place. */
  static List<String> faults(JsonNode resource, JsonNode schema) {
    CustomResource check = new CustomResource();
    check.check(resource, schema, "");
    return check.faults;
  }

  private void check(JsonNode value, JsonNode schema, String place) {
    if (!hasType(value, schema)) {
      faults.add(place + ": " + value + " is no " + schema.path("type").asText("number or text"));
    }
    if (schema.has("enum") && !DockerFiles.texts(schema.path("enum")).contains(value.asText())) {
      faults.add(place + ": " + value + " is none of " + schema.path("enum"));
    }
    for (String key : DockerFiles.texts(schema.path("required"))) {
      if (!value.has(key)) {
        faults.add(place + ": no '" + key + "'");
      }
    }
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      checkKey(entry, schema, place + "/" + entry.getKey());
    }
    for (JsonNode item : value.isArray() ? value : List.<JsonNode>of()) {
      check(item, schema.path("items"), place + "/-");
    }
  }

  private void checkKey(Map.Entry<String, JsonNode> entry, JsonNode schema, String place) {
    if (schema.path("properties").has(entry.getKey())) {
      check(entry.getValue(), schema.path("properties").path(entry.getKey()), place);
    } else if (schema.path("additionalProperties").isObject()) {
      check(entry.getValue(), schema.path("additionalProperties"), place);
    } else if (schema.has("properties")
        && !schema.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
      faults.add(place + ": unknown");
    }
  }

  private static boolean hasType(JsonNode value, JsonNode schema) {
    if (schema.path("x-kubernetes-int-or-string").asBoolean()) {
      return value.isTextual() || value.isIntegralNumber();
    }
    return switch (schema.path("type").asText("")) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      default -> true;
    };
  }
}
