package org.relunet.graph.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

class ShapesTest {
  private final Graph graph = new Graph();

  private Operand<TFloat32> operand(long... sizes) {
    return Ops.create(graph).placeholder(TFloat32.class, Placeholder.shape(Shape.of(sizes)));
  }

  private Operand<TFloat32> unknown() {
    return Ops.create(graph).placeholder(TFloat32.class);
  }

  @AfterEach
  void close() {
    graph.close();
  }

  @Test
  void acceptsTheRightRank() {
    assertThatCode(() -> Shapes.requireRank("x", operand(2, -1), 2)).doesNotThrowAnyException();
  }

  @Test
  void namesBothRanksWhereTheyDiffer() {
    assertThatThrownBy(() -> Shapes.requireRank("words", operand(2, 3), 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("words: expected rank 3 but got shape [2, 3]");
  }

  @Test
  void acceptsSizesThatAreEqualOrUnknownAtEitherSide() {
    assertThatCode(
            () -> {
              Shapes.require("x", operand(4, -1, 8), Shapes.ANY, 5, 8);
              Shapes.require("x", operand(4, 5, 8), 4, 5, 8);
              Shapes.require("x", unknown(), 4, 5);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void namesBothShapesWhereASizeDiffers() {
    assertThatThrownBy(() -> Shapes.require("core", operand(4, 5), Shapes.ANY, 6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("core: expected shape [-1, 6] but got [4, 5]");
  }

  @Test
  void givesTheLastAxisAsWidth() {
    assertThat(Shapes.width("x", operand(-1, -1, 384))).isEqualTo(384);
  }

  @Test
  void refusesAWidthThatIsNotKnown() {
    assertThatThrownBy(() -> Shapes.width("words", operand(2, -1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("words: the last axis of [2, -1] must be known");
    assertThatThrownBy(() -> Shapes.width("words", unknown()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be known");
  }

  @Test
  void refusesTheWidthOfAScalar() {
    assertThatThrownBy(() -> Shapes.width("words", operand()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("words");
  }
}
