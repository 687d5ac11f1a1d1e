package org.relunet.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relunet.graph.optimizer.GradientNorm;
import org.relunet.graph.part.Feeds;
import org.relunet.graph.unet.CoreTopology;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * How strongly each loss pulls at the core topology: the Euclidean norms of its gradients with
 * respect to the core's nodes X^(L), over a whole batch. They are computed only where asked for.
 *
 * @param stepSeed placeholder of the step's seed
 * @param norms scalars, by name; none where there is no core
 */
record CoreGradients(Placeholder<TInt64> stepSeed, Map<String, Operand<TFloat32>> norms) {
  static CoreGradients build(
      Graph graph, Ops tf, TrainingGraph training, Placeholder<TInt64> stepSeed) {
    Map<String, Operand<TFloat32>> norms = new LinkedHashMap<>();
    training
        .core()
        .ifPresent(
            core -> {
              norms.put(
                  "coreGradientOfExtraction",
                  norm(graph, tf, training.extraction(), core.topology()));
              norms.put(
                  "coreGradientOfCoreLosses", norm(graph, tf, core.losses(), core.lossTopology()));
            });
    return new CoreGradients(stepSeed, norms);
  }

  private static Operand<TFloat32> norm(
      Graph graph, Ops tf, Operand<TFloat32> loss, CoreTopology core) {
    Operand<TFloat32> nodes = core.graph().nodes();
    Output<?>[] gradients = graph.addGradients(loss.asOutput(), new Output<?>[] {nodes.asOutput()});
    @SuppressWarnings("unchecked") // a gradient has the type of what it is of
    Output<TFloat32> gradient = (Output<TFloat32>) gradients[0];
    return GradientNorm.of(tf, List.of(gradient)).value();
  }

  /**
   * @param prepared as for a step; not closed here
   */
  Map<String, Double> of(Session session, Feeds prepared, long seed) {
    if (norms.isEmpty()) {
      return Map.of();
    }
    Map<String, Double> values = new LinkedHashMap<>();
    try (TInt64 seedTensor = TInt64.scalarOf(seed)) {
      Session.Runner runner = prepared.to(session.runner()).feed(stepSeed, seedTensor);
      norms.values().forEach(runner::fetch);
      try (Result result = runner.run()) {
        int index = 0;
        for (String name : norms.keySet()) {
          values.put(name, (double) ((TFloat32) result.get(index++)).getFloat());
        }
      }
    }
    return values;
  }
}
