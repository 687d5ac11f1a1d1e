package org.relunet.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.relunet.config.rendering.FlatText;
import org.relunet.model.store.provenance.DataFile;
import org.relunet.model.store.registry.Publication;
import org.relunet.model.store.registry.VersionSummary;

/**
 * In what two versions differ.
 *
 * @param lines a difference each: what, and both values
 */
record VersionDifference(List<String> lines) {

  static VersionDifference of(VersionSummary one, VersionSummary other) {
    List<String> lines = new ArrayList<>();
    compare("configuration", configuration(one), configuration(other), lines);
    compare("relation", relations(one), relations(other), lines);
    compare("data", data(one), data(other), lines);
    compare("score", scores(one), scores(other), lines);
    return new VersionDifference(List.copyOf(lines));
  }

  private static void compare(
      String kind, Map<String, String> one, Map<String, String> other, List<String> lines) {
    Set<String> keys = new LinkedHashSet<>(one.keySet());
    keys.addAll(other.keySet());
    for (String key : keys) {
      String before = one.getOrDefault(key, "none");
      String after = other.getOrDefault(key, "none");
      if (!before.equals(after)) {
        lines.add(kind + " " + key + ": " + before + " -> " + after);
      }
    }
  }

  /** What it was trained by, and what of that was chosen anew afterwards. */
  private static Map<String, String> configuration(VersionSummary version) {
    Map<String, String> values =
        new LinkedHashMap<>(
            FlatText.of(version.manifest().modelVersion(), version.provenance().configuration()));
    values.putAll(version.provenance().chosenSettings());
    return values;
  }

  /** By name: their indices, which the model's outputs have. */
  private static Map<String, String> relations(VersionSummary version) {
    Map<String, String> indices = new LinkedHashMap<>();
    for (int i = 0; i < version.relations().size(); i++) {
      indices.put(version.relations().name(i), i + "");
    }
    return indices;
  }

  private static Map<String, String> data(VersionSummary version) {
    Map<String, String> files = new TreeMap<>();
    for (DataFile file : version.provenance().dataFiles()) {
      files.merge(
          file.role() + " " + file.name(),
          file.sha256() + (file.licence().isBlank() ? "" : ", " + file.licence()),
          (first, second) -> first + "; " + second);
    }
    return files;
  }

  private static Map<String, String> scores(VersionSummary version) {
    Map<String, String> scores = new TreeMap<>();
    version.provenance().scores().forEach((name, value) -> scores.put(name, value.toString()));
    version
        .publication()
        .map(Publication::scores)
        .orElse(Map.of())
        .forEach((name, value) -> scores.put(name, value.toString()));
    return scores;
  }
}
