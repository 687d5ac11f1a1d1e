package org.relunet.graph.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.SentenceLabels;
import org.relunet.api.triple.WordTriple;
import org.relunet.graph.testing.GradientCheck;
import org.relunet.graph.testing.GraphRun;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class RelationPresenceTest {
  private static WordTriple triple(int relation) {
    return new WordTriple(new TokenSpan(0, 0), relation, new TokenSpan(1, 1));
  }

  private static double loss(float[][][] supernodes, List<SentenceLabels> labels) {
    try (GraphRun run = GraphRun.inference()) {
      RelationPresence presence = RelationPresence.placeholders(run.tf(), 3);
      run.feeding(feeds -> presence.feed(labels, feeds));
      run.set("relation_presence.kernel", 1, 0, 2, 0, 1, 0).set("relation_presence.bias", 0, 0, -1);
      return run.scalar(presence.loss(run.context(), run.nodes(supernodes)));
    }
  }

  private static double softplus(double x) {
    return Math.log(1 + Math.exp(x));
  }

  /** The mean of the core is (2, 3), so that the logits are 2, 3 and 3. */
  private static final float[][] CORE = {{1, 2}, {3, 4}};

  private static final double ABSENT = softplus(2) + softplus(3) + softplus(3);

  @Test
  void isTheCrossEntropyOfTheRelationsSummedOverThem() {
    // a relation that two triples have is there once
    assertThat(
            loss(
                new float[][][] {CORE, CORE},
                List.of(
                    SentenceLabels.of(List.of(triple(1), triple(1))),
                    SentenceLabels.of(List.of()))))
        .isCloseTo((2 * ABSENT - 3) / 2, Offset.offset(1e-5));
  }

  @Test
  void whatTheAnnotationLeavesOpenAddsNothingAndAListedTripleIsTrueAllTheSame() {
    SentenceLabels partial =
        new SentenceLabels(List.of(triple(0)), Optional.empty(), Optional.of(Set.of(2)));
    assertThat(loss(new float[][][] {CORE}, List.of(partial)))
        .isCloseTo(softplus(2) - 2 + softplus(3), Offset.offset(1e-5));
    SentenceLabels nothing = new SentenceLabels(List.of(), Optional.empty(), Optional.of(Set.of()));
    assertThat(loss(new float[][][] {CORE}, List.of(nothing))).isZero();
  }

  @Test
  void hasRightGradients() {
    GradientCheck.of(
            (context, inputs) -> {
              // sizes that are known, as those of the placeholders are
              Operand<TFloat32> present =
                  context.tf().constant(new float[][] {{1, 0, 0}, {0, 1, 1}});
              Operand<TFloat32> known = context.tf().constant(new float[][] {{1, 1, 0}, {1, 1, 1}});
              return new RelationPresence(present, known).loss(context, inputs.get("core"));
            })
        .input("core", Shape.of(2, 2, 2), .9f, -.3f, .5f, .7f, -.2f, 1.1f, .4f, -.8f)
        .check();
  }
}
