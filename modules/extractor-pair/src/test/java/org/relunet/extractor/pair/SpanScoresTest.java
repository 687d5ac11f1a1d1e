package org.relunet.extractor.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.relunet.graph.testing.Closeness.assertClose;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relunet.api.text.TokenSpan;
import org.relunet.extractor.pair.PairSettings.Loss;
import org.relunet.extractor.pair.PairSettings.Spans;
import org.relunet.graph.part.ExtractorInput;
import org.relunet.graph.testing.GradientCheck;
import org.relunet.graph.testing.GraphRun;
import org.tensorflow.ndarray.Shape;

class SpanScoresTest {
  private static PairSettings settings(Spans spans) {
    return new PairSettings(
        0.5, 0.2, 4, spans, 1, 3, 0, 0, Loss.CROSS_ENTROPY, true, 16, List.of(), 1);
  }

  @Test
  void aSpanIsScoredByBothItsBordersTurnedByTheirPlaces() {
    float[][][] words = {{{1}, {2}, {3}}};
    try (GraphRun run = GraphRun.inference()) {
      SpanScores scores =
          SpanScores.of(
              run.context(),
              settings(Spans.ANY),
              ExtractorInput.of(run.nodes(words), run.mask(new float[][] {{1, 1, 0}})));
      run.set("span.borders.kernel", 0.5f, 0.25f).set("span.borders.bias", 10, 100);
      run.set("span.start_first.kernel", 1).set("span.start_first.bias", 0);
      run.set("span.start_second.kernel", 0).set("span.start_second.bias", 0);
      run.set("span.end_first.kernel", 1).set("span.end_first.bias", 0);
      run.set("span.end_second.kernel", 0).set("span.end_second.bias", 0);
      float[] logits = run.values(scores.logits());
      // (x_i, 0) turned by i against (x_j, 0) turned by j: x_i x_j cos(i - j) / sqrt(2)
      assertThat((double) logits[0]).isCloseTo(110 + 0.75 + 1 / Math.sqrt(2), within(1e-4));
      assertThat((double) logits[1])
          .isCloseTo(110 + 0.5 + 0.5 + 2 * Math.cos(1) / Math.sqrt(2), within(1e-4));
      assertThat((double) logits[2])
          .isCloseTo(110 + 0.5 + 0.75 + 3 * Math.cos(2) / Math.sqrt(2), within(1e-4));
      // neither padding nor an end before its start
      assertClose(run.values(scores.present()), 1, 1, 0, 0, 1, 0, 0, 0, 0);
    }
  }

  @Test
  void aSpanIsFoundByItsNumber() {
    try (GraphRun run = GraphRun.inference()) {
      SpanScores scores =
          SpanScores.of(
              run.context(),
              settings(Spans.ANY),
              ExtractorInput.of(run.nodes(new float[1][5][1]), run.mask(new float[1][5])));
      int number = scores.number(new TokenSpan(2, 4), 5);
      assertClose(run.values(scores.first(run.tf(), run.integers(number))), 2);
      assertClose(run.values(scores.last(run.tf(), run.integers(number))), 4);
    }
  }

  @Test
  void whereEntitiesAreOneWordEachHasALogit() {
    try (GraphRun run = GraphRun.inference()) {
      SpanScores scores =
          SpanScores.of(
              run.context(),
              settings(Spans.ONE_WORD),
              ExtractorInput.of(
                  run.nodes(new float[][][] {{{1}, {2}, {3}}}),
                  run.mask(new float[][] {{1, 1, 0}})));
      run.set("span.borders.kernel", 2).set("span.borders.bias", 1);
      assertClose(run.values(scores.logits()), 3, 5, 7);
      assertClose(run.values(run.tf().identity(scores.present())), 1, 1, 0);
      assertClose(run.values(run.tf().identity(scores.first(run.tf(), run.integers(2)))), 2);
      assertClose(run.values(run.tf().identity(scores.last(run.tf(), run.integers(2)))), 2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void haveTheGradientOfTheirValue(Spans spans) {
    GradientCheck.of(
            (context, inputs) ->
                SpanScores.of(
                        context,
                        settings(spans),
                        ExtractorInput.of(inputs.get("words"), inputs.get("mask")))
                    .logits())
        .input("words", Shape.of(2, 3, 4))
        .constant("mask", Shape.of(2, 3), 1f, 1, 1, 1, 1, 0)
        .check();
  }
}
