package org.relunet.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relunet.config.key.GivenValues;
import org.relunet.config.problem.Problems;
import org.relunet.config.source.FileSource;
import org.relunet.config.source.OverrideSource;
import org.relunet.config.source.Source;
import org.relunet.config.source.SourceNode;
import org.relunet.config.source.TextSource;

/**
 * Reads a configuration from layers, a later one's value standing for an earlier one's, key by key
 * (a list as a whole):
 *
 * <pre>{@code
 * new ConfigurationReader(schema).text("model", stored).file(job).overrides(set).read()
 * }</pre>
 *
 * <p>Each layer is checked on its own, so that a wrong value is found even where a later layer
 * hides it.
 */
public final class ConfigurationReader {
  private final ConfigurationSchema schema;
  private final List<Layer> layers = new ArrayList<>();

  /** Where values are read, and by which rules if they are not the user's own. */
  private record Layer(Source source, Optional<ForeignRules> rules) {}

  public ConfigurationReader(ConfigurationSchema schema) {
    this.schema = schema;
  }

  /** Adds a YAML file. */
  public ConfigurationReader file(Path path) {
    return own(new FileSource(path));
  }

  /**
   * Adds YAML at hand.
   *
   * @param name how errors name it
   */
  public ConfigurationReader text(String name, String yaml) {
    return own(new TextSource(name, yaml));
  }

  /**
   * Adds YAML that is not the user's own, of which only what the rules admit is used.
   *
   * @param name how errors name it
   */
  public ConfigurationReader foreign(String name, String yaml, ForeignRules rules) {
    layers.add(new Layer(new TextSource(name, yaml), Optional.of(rules)));
    return this;
  }

  private ConfigurationReader own(Source source) {
    layers.add(new Layer(source, Optional.empty()));
    return this;
  }

  /**
   * Adds values of the command line.
   *
   * @param assignments each {@code section.key=value}, the value a scalar or a list like {@code
   *     [16, 8]}
   */
  public ConfigurationReader overrides(List<String> assignments) {
    assignments.forEach(assignment -> own(new OverrideSource(assignment)));
    return this;
  }

  /**
   * The configuration; without a layer, that of the defaults.
   *
   * @throws org.relunet.config.problem.ConfigurationException with all that is wrong
   */
  public Configuration read() {
    Problems problems = new Problems();
    // what an unreadable layer might have given, constructors would miss
    Map<String, Object> contents =
        overlaid(problems).map(given -> build(given, problems)).orElse(Map.of());
    problems.throwIfAny();
    return new Configuration(schema, contents);
  }

  /**
   * What the layers say of one key; empty where none of them names it, whatever its default. So a
   * job can tell a value that was asked of it from one that came with a model.
   *
   * @param section that holds the key, not one of a plugin
   * @throws org.relunet.config.problem.ConfigurationException with all that is wrong in the layers
   */
  public <V> Optional<V> given(String section, String key, Class<V> type) {
    Problems problems = new Problems();
    Optional<GivenValues> given = overlaid(problems);
    problems.throwIfAny();
    return given
        .map(values -> values.group(section).values().get(key))
        .map(value -> type.cast(value.value()));
  }

  /** The values of all layers; empty where one can't be read. All of them are checked. */
  private Optional<GivenValues> overlaid(Problems problems) {
    List<GivenValues> read = new ArrayList<>();
    boolean complete = true;
    for (Layer layer : layers) {
      Optional<SourceNode> tree = layer.source.read(problems);
      complete &= tree.isPresent();
      read.add(
          tree.map(node -> schema.root().read(node, "", problems))
              .orElseGet(GivenValues::defaults));
    }
    return complete ? Optional.of(overlaid(read, problems)) : Optional.empty();
  }

  private GivenValues overlaid(List<GivenValues> read, Problems problems) {
    GivenValues all = GivenValues.defaults();
    for (int i = 0; i < read.size(); i++) {
      GivenValues given = read.get(i);
      if (layers.get(i).rules.isPresent()) {
        GivenValues later =
            read.subList(i + 1, read.size()).stream()
                .reduce(GivenValues.defaults(), GivenValues::overlay);
        given =
            new ForeignLayer(layers.get(i).rules.get(), problems)
                .admitted(schema.root(), given, later);
      }
      all = all.overlay(given);
    }
    return all;
  }

  private Map<String, Object> build(GivenValues given, Problems problems) {
    Map<String, Object> contents = new HashMap<>();
    schema
        .sections()
        .forEach(
            (name, section) ->
                section
                    .build(given.group(name), problems)
                    .ifPresent(content -> contents.put(name, content)));
    return contents;
  }
}
