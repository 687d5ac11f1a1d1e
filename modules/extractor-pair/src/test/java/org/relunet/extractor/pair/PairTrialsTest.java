package org.relunet.extractor.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.RelationSchema;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.api.triple.WordTriple;
import org.relunet.extractor.pair.PairSettings.Loss;
import org.relunet.extractor.pair.PairSettings.Spans;
import org.relunet.graph.part.ExtractorInput;
import org.relunet.graph.part.ExtractorPart;
import org.relunet.graph.testing.GraphRun;
import org.tensorflow.Operand;
import org.tensorflow.Tensor;

/** An untrained network whose biases let much pass. */
class PairTrialsTest {
  private static final RelationSchema SCHEMA = new RelationSchema(List.of("a", "b", "c"));
  private static final float[][] MASK = {{1, 1, 1, 1, 1, 1}, {1, 1, 1, 0, 0, 0}};

  private static PairPart part(Thresholds thresholds) {
    return new PairPart(
        new PairSettings(
            thresholds.triple(),
            thresholds.candidate(),
            5,
            Spans.ANY,
            8,
            16,
            0,
            0,
            Loss.CROSS_ENTROPY,
            true,
            16,
            List.of(),
            1),
        SCHEMA);
  }

  private static ExtractorInput input(GraphRun run) {
    return ExtractorInput.of(run.nodes(words()), run.mask(MASK));
  }

  private static float[][][] words() {
    SplittableRandom random = new SplittableRandom(3);
    float[][][] words = new float[2][6][8];
    for (float[][] sentence : words) {
      for (float[] word : sentence) {
        for (int i = 0; i < word.length; i++) {
          word[i] = (float) random.nextGaussian();
        }
      }
    }
    return words;
  }

  private static GraphRun run() {
    return GraphRun.inference()
        .set("pair.span.borders.bias", -0.5f, -0.5f)
        .set("pair.pair.relations.bias", -1, 0, -2);
  }

  private static List<List<ScoredTriple>> inference(Thresholds thresholds) {
    try (GraphRun run = run()) {
      ExtractorPart.Inference inference =
          part(thresholds).buildInference(run.context(), input(run));
      return fetch(run, inference.outputs(), values -> inference.decode(values, 2));
    }
  }

  private static <R> R fetch(
      GraphRun run, Map<String, Operand<?>> outputs, Function<Map<String, Tensor>, R> reader) {
    List<String> names = List.copyOf(outputs.keySet());
    List<Operand<?>> fetched = new ArrayList<>();
    names.forEach(name -> fetched.add(outputs.get(name)));
    return run.run(
        fetched,
        result -> {
          Map<String, Tensor> values = new HashMap<>();
          for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), result.get(i));
          }
          return reader.apply(values);
        });
  }

  @Test
  void eachFindsWhatTheExtractorFindsWithItsSettings() {
    Thresholds configured = new Thresholds(0.25, 0.5);
    try (GraphRun run = run()) {
      ExtractorPart.Trials trials =
          part(configured).buildTrials(run.context(), input(run)).orElseThrow();
      List<ExtractorPart.Trials.Reading> readings =
          fetch(run, trials.outputs(), values -> trials.read(values, 2));
      assertThat(trials.settings().get(0)).isEmpty();
      assertThat(trials.settings()).hasSize(6 * 11).doesNotHaveDuplicates();
      int found = 0;
      for (int trial = 0; trial < trials.settings().size(); trial += 7) {
        int index = trial;
        Map<String, String> settings = trials.settings().get(trial);
        Thresholds thresholds =
            trial == 0
                ? configured
                : new Thresholds(
                    Double.parseDouble(settings.get("candidate-threshold")),
                    Double.parseDouble(settings.get("threshold")));
        List<List<ScoredTriple>> expected = inference(thresholds);
        assertThat(readings.stream().map(reading -> reading.triples(index)).toList())
            .as("%s", thresholds)
            .isEqualTo(expected);
        found += expected.get(0).size();
      }
      assertThat(found).isPositive();
    }
  }

  @Test
  void confidenceIsTheGeometricMeanOfBothCandidatesAndThePair() {
    for (ScoredTriple scored : inference(new Thresholds(0.25, 0.5)).get(0)) {
      assertThat(scored.confidence()).isBetween(0.5, 1.0);
    }
    assertThat(
            new FoundTriples.Found(
                    new WordTriple(new TokenSpan(0, 0), 0, new TokenSpan(1, 1)), 0.5f, 0.5f, 0.5f)
                .scored()
                .confidence())
        .isEqualTo(0.5);
  }
}
