package org.relunet.training.data;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.relunet.api.plugin.ExtractorPlugin;
import org.relunet.api.plugin.Plugin;
import org.relunet.config.Configuration;
import org.relunet.config.PluginChoice;
import org.relunet.corpus.AnnotatedEntity;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.CorpusException;
import org.relunet.runtime.plugin.PluginKind;
import org.relunet.runtime.plugin.PluginRegistry;

/** Settings that a training file decides, such as the types of entities that are learned. */
public final class SettingsOfData {
  private static final PluginKind EXTRACTOR = PluginKind.EXTRACTOR;

  /** More than any scheme of annotation has; a type for each name is a slip. */
  private static final int MOST_TYPES = 1000;

  private SettingsOfData() {}

  /**
   * The configuration with them.
   *
   * @param known types of entities that the model knows which the training begins with: they come
   *     first
   * @param train texts of the training file
   * @throws CorpusException if there are more than 1,000 types to learn
   */
  public static Configuration over(
      Configuration configuration,
      PluginRegistry registry,
      List<String> known,
      List<AnnotatedText> train) {
    PluginChoice choice = configuration.plugin(EXTRACTOR.section());
    List<String> types =
        Stream.concat(known.stream(), entityTypes(train).stream()).distinct().toList();
    Map<String, String> decided =
        decided(registry.plugin(EXTRACTOR, choice.name()), choice.settings(), types);
    if (!decided.isEmpty() && types.size() > MOST_TYPES) {
      throw new CorpusException(
          "the training file's entities have %d types, such as '%s', and a model learns %d at most; leave out or join some"
              .formatted(types.size(), types.get(types.size() - 1), MOST_TYPES));
    }
    String prefix = EXTRACTOR.section() + "." + choice.name() + ".";
    return decided.isEmpty()
        ? configuration
        : configuration.with(
            decided.entrySet().stream()
                .map(entry -> prefix + entry.getKey() + "=" + entry.getValue())
                .sorted()
                .toList());
  }

  private static <C extends Record> Map<String, String> decided(
      Plugin<C> plugin, Record settings, List<String> entityTypes) {
    return plugin instanceof ExtractorPlugin<C> extractor
        ? extractor.decidedByData(plugin.settings().cast(settings), entityTypes)
        : Map.of();
  }

  /** The types of entities that a model of this configuration tells apart. */
  public static List<String> entityTypes(Configuration configuration, PluginRegistry registry) {
    PluginChoice choice = configuration.plugin(EXTRACTOR.section());
    return entityTypes(registry.plugin(EXTRACTOR, choice.name()), choice.settings());
  }

  private static <C extends Record> List<String> entityTypes(Plugin<C> plugin, Record settings) {
    return plugin instanceof ExtractorPlugin<C> extractor
        ? extractor.entityTypes(plugin.settings().cast(settings))
        : List.of();
  }

  /** The types that texts name, sorted. */
  static List<String> entityTypes(List<AnnotatedText> texts) {
    TreeSet<String> types = new TreeSet<>();
    for (AnnotatedText text : texts) {
      text.entities().ifPresent(all -> all.stream().map(AnnotatedEntity::type).forEach(types::add));
    }
    types.remove("");
    return List.copyOf(types);
  }
}
