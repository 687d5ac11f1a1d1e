package org.relunet.api.plugin;

import java.util.List;
import java.util.Map;

/**
 * An extractor plugin. Its module binds {@link Extractor}, to an implementation of the graph side's
 * {@code org.relunet.graph.part.ExtractorPart}. A {@link org.relunet.api.triple.RelationSchema} is
 * bound and can be injected.
 *
 * @param <C> the settings
 */
public non-sealed interface ExtractorPlugin<C extends Record> extends Plugin<C> {
  /**
   * Settings that the training file decides, where the user has left them open: a model keeps them.
   *
   * @param settings as the user has them
   * @param entityTypes that the training file names, sorted; empty where it names none
   * @return values in YAML by the settings' keys
   */
  default Map<String, String> decidedByData(C settings, List<String> entityTypes) {
    return Map.of();
  }

  /**
   * The types of entities that a model with these settings tells apart, in the order of its output
   * units; empty where it tells none.
   */
  default List<String> entityTypes(C settings) {
    return List.of();
  }
}
