package org.relunet.training.evaluation;

import java.util.List;
import org.relunet.api.text.Document;
import org.relunet.evaluation.threshold.ConfidentTriple;

/** Finds the triples of texts, in the one way or the other. */
interface Finder {
  /** What is found in each text, as the model's settings let it pass. */
  List<List<ConfidentTriple>> find(List<Document> documents);
}
