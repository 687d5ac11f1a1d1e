package org.relunet.runtime.live;

import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.relunet.api.text.Document;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.TripleEngine;

/**
 * Loads a model and has it read a few texts before it is given to anybody: the first runs of a
 * network are slow, and one that fails on plain sentences would fail on every batch.
 */
final class ModelTrial {
  private static final String SHORT = "Ada Lovelace was born in London.";
  private static final String CLAUSE =
      "the bridge that crosses the river near the old town was built by an engineer";

  /**
   * Of a few, some dozens and more than a hundred words: the network prepares for each length anew,
   * and a sentence longer than a window is read in several.
   */
  private static final List<String> TEXTS = List.of(SHORT, SHORT + " " + sentence(3), sentence(12));

  private final Function<EngineSpecification, TripleEngine> loader;

  ModelTrial(Function<EngineSpecification, TripleEngine> loader) {
    this.loader = loader;
  }

  /**
   * @throws RuntimeException what the loader threw, or the engine, which is closed then
   */
  TripleEngine load(EngineSpecification specification) {
    TripleEngine engine = loader.apply(specification);
    try {
      // one at a time: together they would be one batch, as long as the longest
      for (String text : TEXTS) {
        engine.extract(List.of(new Document("trial", text)));
      }
      return engine;
    } catch (RuntimeException | Error e) {
      engine.close();
      throw e;
    }
  }

  private static String sentence(int clauses) {
    return "They say that " + String.join(", and ", Collections.nCopies(clauses, CLAUSE)) + ".";
  }
}
