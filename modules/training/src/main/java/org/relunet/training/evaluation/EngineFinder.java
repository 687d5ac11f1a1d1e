package org.relunet.training.evaluation;

import java.util.List;
import org.relunet.api.text.Document;
import org.relunet.api.triple.Extraction;
import org.relunet.corpus.alignment.TripleText;
import org.relunet.evaluation.threshold.ConfidentTriple;
import org.relunet.runtime.TripleEngine;

/**
 * Reads texts as extraction does.
 *
 * @param engine that extraction runs
 */
record EngineFinder(TripleEngine engine) implements Finder {
  @Override
  public List<List<ConfidentTriple>> find(List<Document> documents) {
    return engine.extract(documents).stream().map(EngineFinder::triples).toList();
  }

  private static List<ConfidentTriple> triples(Extraction extraction) {
    return extraction.triples().stream()
        .map(triple -> new ConfidentTriple(TripleText.of(triple), triple.confidence()))
        .toList();
  }
}
