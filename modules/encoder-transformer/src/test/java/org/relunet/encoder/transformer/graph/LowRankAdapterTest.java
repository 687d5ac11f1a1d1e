package org.relunet.encoder.transformer.graph;

import static org.relunet.graph.testing.Closeness.assertClose;

import org.junit.jupiter.api.Test;
import org.relunet.graph.testing.GraphRun;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

class LowRankAdapterTest {
  private static final LowRankAdapter ADAPTER = new LowRankAdapter(1, 3, true);

  private static float[] product(GraphRun run, boolean trained) {
    Operand<TFloat32> x = run.mask(new float[][] {{1, 2}});
    Operand<TFloat32> w = run.mask(new float[][] {{1, 0}, {0, 10}});
    Operand<TFloat32> y = ADAPTER.product(run.context(), x, w, 2, 2);
    if (trained) {
      run.set("adapter_a", 1, 1).set("adapter_b", 2, -1);
    }
    return run.values(y);
  }

  @Test
  void changesNothingAtFirst() {
    try (GraphRun training = GraphRun.training();
        GraphRun inference = GraphRun.inference()) {
      assertClose(product(training, false), 1, 20);
      assertClose(product(inference, false), 1, 20);
    }
  }

  /** 3 / 1 x (1 + 2) x (2, -1) beside (1, 20). */
  @Test
  void addsTheScaledProductInTrainingAndInferenceAlike() {
    try (GraphRun training = GraphRun.training();
        GraphRun inference = GraphRun.inference()) {
      assertClose(product(training, true), 19, 11);
      assertClose(product(inference, true), 19, 11);
    }
  }
}
