package org.relunet.extractor.pair;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.graph.part.ExtractorPart;
import org.tensorflow.Operand;
import org.tensorflow.Tensor;

/**
 * Finds triples under many {@link Thresholds} at once: what the lowest let pass is found, and
 * sifted for each. The candidates above a threshold are the same whatever lower one the graph has,
 * since the likeliest come first; and a pair's score depends on no other candidate.
 *
 * @param tried thresholds, the configured first
 * @param found with the lowest of them
 */
record PairTrials(List<Thresholds> tried, FoundTriples found) implements ExtractorPart.Trials {
  @Override
  public List<SortedMap<String, String>> settings() {
    List<SortedMap<String, String>> settings = new ArrayList<>(List.of(new TreeMap<>()));
    tried.stream().skip(1).map(Thresholds::settings).forEach(settings::add);
    return List.copyOf(settings);
  }

  @Override
  public Map<String, Operand<?>> outputs() {
    return found.outputs();
  }

  @Override
  public List<Reading> read(Map<String, Tensor> values, int sentences) {
    return FoundTriples.read(values, sentences).stream()
        .<Reading>map(triples -> trial -> above(tried.get(trial), triples))
        .toList();
  }

  private static List<ScoredTriple> above(Thresholds thresholds, List<FoundTriples.Found> triples) {
    return triples.stream()
        .filter(found -> found.exceeds(thresholds))
        .map(FoundTriples.Found::scored)
        .toList();
  }
}
