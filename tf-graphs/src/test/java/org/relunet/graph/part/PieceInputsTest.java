package org.relunet.graph.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.relunet.graph.testing.GraphRun;

class PieceInputsTest {
  @Test
  void makesPlaceholdersOfItsRanks() {
    try (GraphRun run = GraphRun.inference()) {
      PieceInputs inputs = PieceInputs.placeholders(run.tf());
      assertThat(inputs.ids().shape().asArray()).containsExactly(-1, -1);
      assertThat(inputs.pieceMask().shape().asArray()).containsExactly(-1, -1);
      assertThat(inputs.alignment().shape().asArray()).containsExactly(-1, -1, -1);
      assertThat(inputs.alignment().op().name()).isEqualTo("alignment");
    }
  }

  @Test
  void refusesAnAlignmentThatIsNoBatchOfMatrices() {
    try (GraphRun run = GraphRun.inference()) {
      PieceInputs inputs = PieceInputs.placeholders(run.tf());
      assertThatThrownBy(
              () -> new PieceInputs(inputs.ids(), inputs.pieceMask(), inputs.pieceMask()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("alignment: expected rank 3");
    }
  }
}
