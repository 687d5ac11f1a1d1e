package org.relunet.model.store.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.relunet.model.store.ModelPackage;
import org.relunet.model.store.json.JsonFormatException;
import org.relunet.model.store.json.StrictJson;

/**
 * What a registry knows of a version beside the package itself, the content of {@code
 * publications/VERSION.json}. Written once, before the version can be seen.
 *
 * @param version of the package
 * @param published when
 * @param parent version that training started from, if any
 * @param offsets of the topics that training read: the next offset to read, by topic and partition,
 *     sorted
 * @param scores what was measured before publishing, by name, sorted; those of the package's own
 *     provenance where nothing else was
 * @param gate how it compared with the version in use then, if it was compared
 * @param run what published it, if that has a name
 */
@JsonPropertyOrder({"version", "published", "parent", "run", "gate", "scores", "offsets"})
public record Publication(
    String version,
    Instant published,
    Optional<String> parent,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Map<Integer, Long>> offsets,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Double> scores,
    Optional<GateVerdict> gate,
    Optional<String> run) {
  public Publication {
    if (version == null || published == null) {
      throw new IllegalArgumentException("a publication needs the keys version and published");
    }
    RegistryName.require("version", version);
    parent = parent == null ? Optional.empty() : parent;
    gate = gate == null ? Optional.empty() : gate;
    run = run == null ? Optional.empty() : run;
    offsets = sorted(offsets);
    scores = scores == null ? Map.of() : Collections.unmodifiableSortedMap(new TreeMap<>(scores));
    scores.forEach(
        (name, value) -> {
          if (value == null || !Double.isFinite(value)) {
            throw new IllegalArgumentException("score '%s' is %s".formatted(name, value));
          }
        });
  }

  /** Of a package that was trained by hand: its provenance says the rest. */
  public static Publication of(ModelPackage model, Instant published) {
    return new Publication(
        model.version(),
        published,
        model.provenance().parentModel(),
        Map.of(),
        model.provenance().scores(),
        Optional.empty(),
        Optional.empty());
  }

  private static Map<String, Map<Integer, Long>> sorted(Map<String, Map<Integer, Long>> offsets) {
    if (offsets == null) {
      return Map.of();
    }
    Map<String, Map<Integer, Long>> sorted = new TreeMap<>();
    offsets.forEach(
        (topic, partitions) -> {
          if (partitions == null) {
            throw new IllegalArgumentException("topic '" + topic + "' has no offsets");
          }
          partitions.forEach(
              (partition, next) -> {
                if (partition < 0 || next == null || next < 0) {
                  throw new IllegalArgumentException(
                      "offset %s of partition %d of topic '%s': 0 or more is expected"
                          .formatted(next, partition, topic));
                }
              });
          sorted.put(topic, Collections.unmodifiableSortedMap(new TreeMap<>(partitions)));
        });
    return Collections.unmodifiableMap(sorted);
  }

  /**
   * @throws JsonFormatException if the text is not a publication
   */
  public static Publication parse(String json) {
    return StrictJson.read(json, Publication.class);
  }

  public String toJson() {
    return StrictJson.write(this);
  }
}
