package org.relunet.contract.extractor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.relunet.contract.extractor.ExtractorExamples.BATCH;
import static org.relunet.contract.extractor.ExtractorExamples.ONE_WORD;
import static org.relunet.contract.extractor.ExtractorExamples.SCHEMA;
import static org.relunet.contract.extractor.ExtractorExamples.SECOND;
import static org.relunet.contract.extractor.ExtractorExamples.WIDTH;
import static org.relunet.contract.extractor.ExtractorExamples.WITHOUT_TRIPLE;

import com.google.inject.Module;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.relunet.api.plugin.Extractor;
import org.relunet.api.plugin.ExtractorPlugin;
import org.relunet.api.triple.RelationSchema;
import org.relunet.contract.plugin.PluginContract;
import org.relunet.graph.parameter.Parameter;
import org.relunet.graph.parameter.ParameterKind;
import org.relunet.graph.part.ExtractorPart;

/**
 * The part of {@link ExtractorContract} that is about loss, labels and gradients.
 *
 * @param <C> the plugin's settings
 */
public abstract class ExtractorTrainingContract<C extends Record>
    extends PluginContract<C, Extractor> {
  private ExtractorGraph untrained;
  private ExtractorGraph trained;

  ExtractorTrainingContract() {
    super(ExtractorPlugin.class, Extractor.class);
  }

  final ExtractorGraph untrained() {
    return untrained;
  }

  final ExtractorGraph trained() {
    return trained;
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
    untrained.gradients(batch, 1).forEach((name, gradient) -> assertFinite(name, gradient));
  }

  @Test
  final void aSentenceOfWhichNothingIsKnownAddsNoLoss() {
    WordVectors unknown = WITHOUT_TRIPLE.annotated(Set.of());
    assertThat(untrained.loss(List.of(unknown), 1, 1)).isZero();
    assertThat((double) untrained.loss(List.of(SECOND, unknown), 1, 1))
        .isCloseTo(untrained.loss(List.of(SECOND), 0, 1) / 2, within(1e-3));
  }

  @Test
  final void relationsThatAreNotAnnotatedAddNoLossBesideTheirListedTriples() {
    float all = untrained.loss(List.of(SECOND), 0, 1);
    // the relation of its triple, so that the others are left open
    float some = untrained.loss(List.of(SECOND.annotated(Set.of(1))), 0, 1);
    float none = untrained.loss(List.of(SECOND.annotated(Set.of())), 0, 1);
    assertThat(some).isLessThan(all);
    assertThat(none).isLessThan(some).isPositive();
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
