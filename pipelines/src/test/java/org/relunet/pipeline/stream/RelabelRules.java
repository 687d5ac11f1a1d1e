package org.relunet.pipeline.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Prometheus makes of a metric by its {@code metric_relabel_configs}, as far as they replace.
 *
 * @param rules the rules, in their order
 */
record RelabelRules(JsonNode rules) {
  private static final String NAME = "__name__";

  /** The labels that a metric gets, its new name among them as {@code __name__}. */
  Map<String, String> labels(String metric) {
    Map<String, String> labels = new HashMap<>(Map.of(NAME, metric));
    for (JsonNode rule : rules) {
      String value = labels.getOrDefault(rule.path("source_labels").path(0).asText(), "");
      Matcher matcher = Pattern.compile(rule.path("regex").asText()).matcher(value);
      if (matcher.matches()) {
        String replacement = rule.path("replacement").asText("$1");
        labels.put(rule.path("target_label").asText(), matcher.replaceFirst(replacement));
      }
    }
    return labels;
  }
}
