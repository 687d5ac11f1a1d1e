package org.relunet.extractor.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.relunet.api.text.TokenSpan;
import org.relunet.graph.testing.GraphRun;

class DistancesTest {
  /** The class of a pair. */
  private static int of(TokenSpan subject, TokenSpan object) {
    try (GraphRun run = GraphRun.inference()) {
      float[] row =
          run.values(
              Distances.features(
                  run.tf(),
                  run.integers(subject.first()),
                  run.integers(subject.last()),
                  run.integers(object.first()),
                  run.integers(object.last())));
      assertThat(row).hasSize(Distances.CLASSES);
      int[] ones = IntStream.range(0, row.length).filter(i -> row[i] == 1).toArray();
      assertThat(ones).hasSize(1);
      return ones[0];
    }
  }

  @Test
  void countsTheWordsBetweenAndTellsWhichSpanIsFirst() {
    TokenSpan two = new TokenSpan(40, 41);
    assertThat(of(two, new TokenSpan(42, 50))).isZero();
    assertThat(of(two, new TokenSpan(44, 44))).isEqualTo(2);
    assertThat(of(two, new TokenSpan(47, 47)))
        .isEqualTo(5)
        .isEqualTo(of(two, new TokenSpan(50, 50)));
    assertThat(of(two, new TokenSpan(400, 400))).isEqualTo(8);
    assertThat(of(new TokenSpan(42, 50), two)).isEqualTo(9);
    assertThat(of(new TokenSpan(400, 400), two)).isEqualTo(17);
  }

  @Test
  void spansThatOverlapAndASpanWithItselfAreClassesOfTheirOwn() {
    assertThat(of(new TokenSpan(1, 3), new TokenSpan(3, 3))).isEqualTo(18);
    assertThat(of(new TokenSpan(3, 3), new TokenSpan(1, 3))).isEqualTo(18);
    assertThat(of(new TokenSpan(1, 3), new TokenSpan(1, 3))).isEqualTo(19);
  }
}
