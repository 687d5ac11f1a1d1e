package org.relunet.graph.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.relunet.graph.testing.GraphRun;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

class FeedsTest {
  @Test
  void givesAllItsTensorsToARun() {
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> a = run.tf().placeholder(TFloat32.class, Placeholder.shape(Shape.of(2)));
      Operand<TFloat32> b = run.tf().placeholder(TFloat32.class, Placeholder.shape(Shape.of(2)));
      run.feeding(
          feeds -> feeds.feed(a, TFloat32.vectorOf(1, 2)).feed(b, TFloat32.vectorOf(30, 40)));
      assertThat(run.values(run.tf().math.add(a, b))).containsExactly(31, 42);
    }
  }

  @Test
  void freesTheTensorsWhenClosed() {
    try (GraphRun run = GraphRun.inference();
        TFloat32 tensor = TFloat32.vectorOf(1, 2)) {
      Feeds feeds = new Feeds().feed(run.tf().placeholder(TFloat32.class), tensor);
      feeds.close();
      assertThatThrownBy(() -> tensor.asRawTensor().data())
          .isInstanceOf(IllegalStateException.class);
      feeds.close(); // a second time does no harm
    }
  }
}
