package org.relunet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;

class ShapedValuesTest {
  private static ShapedValues values(Shape shape, float... values) {
    return new ShapedValues(shape, values);
  }

  @Test
  void sameShapesTakeTheValuesAsTheyAre() {
    ShapedValues own = values(Shape.of(2, 2), 1, 2, 3, 4);

    assertThat(own.within(values(Shape.of(2, 2), 0, 0, 0, 0), 2, 2)).containsExactly(1, 2, 3, 4);
  }

  @Test
  void aNewRelationComesBehindTheOthersAndKeepsItsFirstValues() {
    ShapedValues own = values(Shape.of(2, 2), 1, 2, 3, 4);
    ShapedValues grown = values(Shape.of(2, 3), -1, -2, -3, -4, -5, -6);

    assertThat(own.within(grown, 2, 3)).containsExactly(1, 2, -3, 3, 4, -6);
  }

  @Test
  void startsAndEndsOfAllRelationsGrowAsTwoBlocks() {
    ShapedValues own = values(Shape.of(4), 1, 2, 3, 4); // starts of two relations, then their ends
    ShapedValues grown = values(Shape.of(6), -1, -2, -3, -4, -5, -6);

    assertThat(own.within(grown, 2, 3)).containsExactly(1, 2, -3, 3, 4, -6);
  }

  @Test
  void whatIsNotCountedByRelationsGrowsAtItsEnd() {
    ShapedValues own = values(Shape.of(3), 1, 2, 3);
    ShapedValues grown = values(Shape.of(5), -1, -2, -3, -4, -5);

    assertThat(own.within(grown, 2, 2)).containsExactly(1, 2, 3, -4, -5);
  }

  @Test
  void fewerUnitsOrOtherAxesAreRefused() {
    ShapedValues own = values(Shape.of(3), 1, 2, 3);

    assertThatThrownBy(() -> own.within(values(Shape.of(2), 0, 0), 1, 1))
        .hasMessage("an axis of 3 units does not fit into one of 2");
    assertThatThrownBy(() -> own.within(values(Shape.of(3, 1), 0, 0, 0), 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
