package org.relunet.contract.extractor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.inject.Module;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.relunet.api.plugin.Extractor;
import org.relunet.api.plugin.ExtractorPlugin;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.RelationSchema;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.api.triple.WordTriple;
import org.relunet.contract.plugin.PluginContract;
import org.relunet.graph.parameter.Parameter;
import org.relunet.graph.parameter.ParameterKind;
import org.relunet.graph.part.ExtractorPart;

/**
 * What every extractor plugin must do. A plugin's test extends this once for every set of settings
 * that is worth it; without dropout, or a trained extractor cannot be expected to be sure.
 *
 * @param <C> the plugin's settings
 */
public abstract class ExtractorContract<C extends Record> extends PluginContract<C, Extractor> {
  private static final RelationSchema SCHEMA =
      new RelationSchema(List.of("birthPlace", "deathPlace", "country"));
  private static final int WIDTH = 24;

  /** Two triples share a pair of entities, a third one an entity; one entity has three words. */
  private static final WordVectors FIRST =
      WordVectors.random(
          9,
          WIDTH,
          1,
          List.of(triple(0, 2, 0, 5, 5), triple(0, 2, 1, 5, 5), triple(5, 5, 2, 7, 8)));

  private static final WordVectors SECOND =
      WordVectors.random(6, WIDTH, 2, List.of(triple(3, 4, 1, 0, 0)));

  private static final WordVectors WITHOUT_TRIPLE = WordVectors.random(4, WIDTH, 3, List.of());
  private static final WordVectors ONE_WORD = WordVectors.random(1, WIDTH, 4, List.of());
  private static final List<WordVectors> BATCH =
      List.of(FIRST, WITHOUT_TRIPLE, SECOND, ONE_WORD);

  private ExtractorGraph untrained;
  private ExtractorGraph trained;

  protected ExtractorContract() {
    super(ExtractorPlugin.class, Extractor.class);
  }

  private static WordTriple triple(
      int subjectFirst, int subjectLast, int relation, int objectFirst, int objectLast) {
    return new WordTriple(
        new TokenSpan(subjectFirst, subjectLast), relation, new TokenSpan(objectFirst, objectLast));
  }

  @Override
  protected abstract ExtractorPlugin<C> plugin();

  @Override
  protected final Module surroundings() {
    return binder -> binder.bind(RelationSchema.class).toInstance(SCHEMA);
  }

  @BeforeAll
  final void buildGraphs() {
    assertThat(bound()).isInstanceOf(ExtractorPart.class);
    untrained = new ExtractorGraph((ExtractorPart) bound(), WIDTH);
    trained = new ExtractorGraph((ExtractorPart) bound(), WIDTH);
    trained.train(BATCH, 300, 0.03f);
  }

  @AfterAll
  final void closeGraphs() {
    if (untrained != null) {
      untrained.close();
    }
    if (trained != null) {
      trained.close();
    }
  }

  @Test
  final void findsTheRelationsOfItsSchema() {
    assertThat(bound().schema()).isEqualTo(SCHEMA);
  }

  @Test
  final void learnsTheTriplesOfAFewSentences() {
    List<List<ScoredTriple>> found = trained.triples(BATCH, 0);
    for (int b = 0; b < BATCH.size(); b++) {
      assertThat(found.get(b))
          .as("sentence %s", b)
          .extracting(ScoredTriple::triple)
          .containsExactlyInAnyOrderElementsOf(BATCH.get(b).gold());
    }
  }

  @Test
  final void findsTheSameWhateverThePaddingAndTheOtherSentences() {
    List<List<ScoredTriple>> together = trained.triples(BATCH, 7);
    for (int b = 0; b < BATCH.size(); b++) {
      List<ScoredTriple> alone = trained.triples(List.of(BATCH.get(b)), 0).get(0);
      assertThat(together.get(b))
          .usingRecursiveFieldByFieldElementComparator(
              org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration.builder()
                  .withComparatorForType(
                      (x, y) -> Math.abs(x - y) < 1e-5 ? 0 : Double.compare(x, y), Double.class)
                  .build())
          .isEqualTo(alone);
    }
  }

  @Test
  final void findsTheSameEveryTime() {
    assertThat(trained.triples(BATCH, 1)).isEqualTo(trained.triples(BATCH, 1));
  }

  @Test
  final void givesTriplesInTheOrderOfTheirSubjectsWithoutDuplicates() {
    for (List<ScoredTriple> sentence : trained.triples(BATCH, 0)) {
      List<WordTriple> triples = sentence.stream().map(ScoredTriple::triple).toList();
      assertThat(triples).doesNotHaveDuplicates();
      assertThat(triples).extracting(WordTriple::subject).isSorted();
    }
  }

  @Test
  final void givesAListForEverySentenceEvenUntrained() {
    List<List<ScoredTriple>> found = untrained.triples(BATCH, 2);
    assertThat(found).hasSize(BATCH.size());
    for (int b = 0; b < BATCH.size(); b++) {
      int words = BATCH.get(b).size();
      assertThat(found.get(b))
          .extracting(ScoredTriple::triple)
          .allMatch(
              triple ->
                  triple.subject().last() < words
                      && triple.object().last() < words
                      && triple.relation() < SCHEMA.size());
    }
  }

  @Test
  final void lossIsPositiveAndFallsInTraining() {
    assertThat(untrained.loss(BATCH, 0, 1)).isFinite().isPositive();
    assertThat(trained.loss(BATCH, 0, 1)).isLessThan(0.3f * untrained.loss(BATCH, 0, 1));
  }

  @Test
  final void lossIsTheMeanOverTheSentencesWhateverThePadding() {
    double sum = 0;
    for (WordVectors sentence : BATCH) {
      sum += untrained.loss(List.of(sentence), 0, 1);
    }
    double mean = sum / BATCH.size();
    assertThat((double) untrained.loss(BATCH, 0, 1)).isCloseTo(mean, within(1e-4 * mean));
    assertThat((double) untrained.loss(BATCH, 5, 1)).isCloseTo(mean, within(1e-4 * mean));
  }

  @Test
  final void trainsOnABatchWithoutAnyTriple() {
    List<WordVectors> batch = List.of(WITHOUT_TRIPLE, ONE_WORD);
    assertThat(untrained.loss(batch, 1, 1)).isFinite().isPositive();
    untrained
        .gradients(batch, 1)
        .forEach((name, gradient) -> assertFinite(name, gradient));
  }

  @Test
  final void givesEveryTrainedParameterAndTheWordsAGradient() {
    Map<String, float[]> gradients = untrained.gradients(BATCH, 0);
    assertThat(gradients).hasSizeGreaterThan(1);
    gradients.forEach(
        (name, gradient) -> {
          assertFinite(name, gradient);
          assertThat(magnitude(gradient)).as(name).isPositive();
        });
  }

  @Test
  final void paddedWordsHaveNoGradient() {
    float[] gradient = untrained.gradients(List.of(SECOND), 2).get("words");
    float[] padded = Arrays.copyOfRange(gradient, SECOND.size() * WIDTH, gradient.length);
    assertThat(padded).hasSize(2 * WIDTH);
    assertThat(magnitude(padded)).isZero();
  }

  @Test
  final void makesOnlyParametersOfTheHeadEachOnce() {
    List<String> names = new ArrayList<>();
    for (Parameter parameter : untrained.parameters()) {
      names.add(parameter.name());
      assertThat(parameter.kind()).as(parameter.name()).isNotEqualTo(ParameterKind.ENCODER);
    }
    assertThat(new HashSet<>(names)).hasSameSizeAs(names);
  }

  private static void assertFinite(String name, float[] values) {
    for (float value : values) {
      assertThat(value).as(name).isFinite();
    }
  }

  private static float magnitude(float[] values) {
    float largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
