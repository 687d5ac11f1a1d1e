package org.relunet.extractor.pair;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.graph.part.ExtractorInput;
import org.relunet.graph.part.ExtractorPart;
import org.relunet.graph.part.GraphContext;
import org.tensorflow.Operand;
import org.tensorflow.Tensor;

/** Finds triples: of the pairs of candidates, those whose probability exceeds the threshold. */
final class PairInference implements ExtractorPart.Inference {
  private final Map<String, Operand<?>> outputs;
  private final Map<String, String> meanings;

  private PairInference(Map<String, Operand<?>> outputs, Map<String, String> meanings) {
    this.outputs = outputs;
    this.meanings = meanings;
  }

  static PairInference build(
      GraphContext context, PairSettings settings, int relations, ExtractorInput input) {
    return new PairInference(
        FoundTriples.of(context, settings, relations, input, Thresholds.of(settings)).outputs(),
        meanings(settings));
  }

  private static Map<String, String> meanings(PairSettings settings) {
    Map<String, String> meanings = new LinkedHashMap<>();
    meanings.put(
        FoundTriples.TRIPLES,
        "the F triples found in all sentences: a row is the index of the sentence, of the subject's"
            + " first and last word, of the relation from 0, and of the object's first and last"
            + " word");
    meanings.put(
        FoundTriples.PROBABILITIES,
        """
        for each triple, the probability that its subject is an entity, that its object is one, both \
        above %s, and that the pair has the relation. The triple's confidence is the third root of \
        their product, above %s"""
            .formatted(settings.candidateThreshold(), settings.threshold()));
    return meanings;
  }

  @Override
  public Map<String, Operand<?>> outputs() {
    return outputs;
  }

  @Override
  public Map<String, String> meanings() {
    return meanings;
  }

  @Override
  public List<List<ScoredTriple>> decode(Map<String, Tensor> values, int sentences) {
    return FoundTriples.read(values, sentences).stream()
        .map(found -> found.stream().map(FoundTriples.Found::scored).toList())
        .toList();
  }
}
