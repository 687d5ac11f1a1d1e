package org.relunet.extractor.casrel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.api.triple.WordTriple;
import org.relunet.extractor.casrel.CasRelSettings.ObjectHead;
import org.relunet.extractor.casrel.CasRelSettings.SpanPairing;
import org.relunet.extractor.casrel.CasRelSettings.WrongSubjects;
import org.relunet.graph.part.ExtractorPart;
import org.relunet.graph.testing.GraphRun;
import org.tensorflow.Operand;
import org.tensorflow.Tensor;

/**
 * Words whose vectors are the logits of their tags: subject start, subject end, object start,
 * object end. One relation.
 */
class CasRelTrialsTest {
  private static final float[] NOTHING = {-9, -9, -9, -9};

  private static CasRelSettings settings(double subjects, double objects) {
    return new CasRelSettings(
        0.5, subjects, objects, ObjectHead.LINEAR, 1, 0, WrongSubjects.NONE, SpanPairing.NEAREST);
  }

  private static GraphRun run() {
    return GraphRun.inference()
        .set("subject.tags.kernel", 1, 0, 0, 1, 0, 0, 0, 0)
        .set("subject.tags.bias", 0, 0)
        .set("object.tags.kernel", 0, 0, 0, 0, 1, 0, 0, 1)
        .set("object.tags.bias", 0, 0);
  }

  /** What the trials find, by their settings, in a batch. */
  private static Map<SortedMap<String, String>, List<List<ScoredTriple>>> trials(
      float[][][] words, float[][] mask) {
    try (GraphRun run = run()) {
      CasRelTrials trials =
          CasRelTrials.build(run.context(), settings(0, 0), 1, run.nodes(words), run.mask(mask));
      List<ExtractorPart.Trials.Reading> readings =
          fetch(run, trials.outputs(), values -> trials.read(values, words.length));
      Map<SortedMap<String, String>, List<List<ScoredTriple>>> found = new HashMap<>();
      for (int trial = 0; trial < trials.settings().size(); trial++) {
        int index = trial;
        found.put(
            trials.settings().get(trial),
            readings.stream().map(reading -> reading.triples(index)).toList());
      }
      return found;
    }
  }

  private static List<List<ScoredTriple>> inference(
      CasRelSettings settings, float[][][] words, float[][] mask) {
    try (GraphRun run = run()) {
      CasRelInference inference =
          CasRelInference.build(run.context(), settings, 1, run.nodes(words), run.mask(mask));
      return fetch(run, inference.outputs(), values -> inference.decode(values, words.length));
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

  private static float logit(double probability) {
    return (float) Math.log(probability / (1 - probability));
  }

  /**
   * A subject from word 0 to itself or, surer, to word 1, and an object from word 2 to itself or,
   * surer, to word 3. The vector of either subject takes 9 off an object's logits.
   */
  private static final float[][][] WORDS = {
    {
      {logit(0.42), logit(0.27), -9, -9},
      {-9, logit(0.42), -9, -9},
      {-9, -9, 9 + logit(0.62), 9 + logit(0.31)},
      {-9, -9, -9, 9 + logit(0.62)}
    }
  };

  private static final float[][] MASK = {{1, 1, 1, 1}};

  private static List<WordTriple> triples(double subjects, double objects) {
    SortedMap<String, String> settings = new TreeMap<>();
    settings.put("subject-threshold", Double.toString(subjects));
    settings.put("object-threshold", Double.toString(objects));
    return trials(WORDS, MASK).get(settings).get(0).stream().map(ScoredTriple::triple).toList();
  }

  private static WordTriple triple(int subjectLast, int objectLast) {
    return new WordTriple(new TokenSpan(0, subjectLast), 0, new TokenSpan(2, objectLast));
  }

  @Test
  void aLowerThresholdFindsMoreAndNearerEnds() {
    assertThat(triples(0.45, 0.35)).isEmpty();
    assertThat(triples(0.4, 0.65)).isEmpty();
    assertThat(triples(0.4, 0.6)).containsExactly(triple(1, 3));
    assertThat(triples(0.4, 0.3)).containsExactly(triple(1, 2));
    assertThat(triples(0.25, 0.6)).containsExactly(triple(0, 3));
    assertThat(triples(0.25, 0.3)).containsExactly(triple(0, 2));
  }

  @Test
  void theFirstTrialIsAsConfiguredAndTheOthersGoFromNearToFar() {
    try (GraphRun run = run()) {
      List<SortedMap<String, String>> all =
          CasRelTrials.build(run.context(), settings(0.33, 0), 1, run.nodes(WORDS), run.mask(MASK))
              .settings();
      assertThat(all).hasSize(14 * 13).doesNotHaveDuplicates();
      assertThat(all.get(0)).isEmpty();
      assertThat(all.get(1))
          .containsEntry("subject-threshold", "0.35")
          .containsEntry("object-threshold", "0.5");
      assertThat(all.get(all.size() - 1).get("subject-threshold")).isEqualTo("0.8");
    }
  }

  @Test
  void everyTrialFindsWhatInferenceFindsUnderItsSettings() {
    SplittableRandom random = new SplittableRandom(4);
    float[][][] words = new float[5][6][4];
    float[][] mask = new float[5][6];
    for (int b = 0; b < words.length; b++) {
      for (int word = 0; word < 6; word++) {
        mask[b][word] = word < 6 - b ? 1 : 0;
        for (int i = 0; i < 4; i++) {
          words[b][word][i] = (float) random.nextDouble(-3, 2);
        }
      }
    }
    Map<SortedMap<String, String>, List<List<ScoredTriple>>> trials = trials(words, mask);
    assertThat(trials.get(new TreeMap<String, String>()))
        .isEqualTo(inference(settings(0, 0), words, mask));
    int compared = 0;
    for (SortedMap<String, String> tried : trials.keySet()) {
      if (!tried.isEmpty() && random.nextInt(12) == 0) {
        CasRelSettings settings =
            settings(
                Double.parseDouble(tried.get("subject-threshold")),
                Double.parseDouble(tried.get("object-threshold")));
        assertThat(trials.get(tried)).as("%s", tried).isEqualTo(inference(settings, words, mask));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(5);
    assertThat(trials.values()).anyMatch(found -> !found.get(0).isEmpty());
  }

  @Test
  void aBatchWithoutSubjectsHasNoTriplesUnderAnySettings() {
    float[][][] words = {{NOTHING, NOTHING}, {NOTHING, NOTHING}};
    assertThat(trials(words, new float[][] {{1, 1}, {1, 0}}).values())
        .allMatch(found -> found.equals(List.of(List.of(), List.of())));
  }
}
