package org.relunet.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relunet.graph.optimizer.AdamW;
import org.relunet.graph.part.Feeds;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * One update of a network's parameters.
 *
 * @param optimizer changes them
 * @param stepSeed placeholder of the step's seed
 * @param losses loss, L_extract, L_match, L_sim, the loss of soft labels
 * @param measures of the U-Net, by name
 */
record TrainingUpdate(
    AdamW optimizer,
    Placeholder<TInt64> stepSeed,
    List<Operand<TFloat32>> losses,
    Map<String, Operand<TFloat32>> measures) {
  /**
   * @throws NonFiniteException if a loss, a cost or the gradient is not finite
   */
  TrainingStep run(
      Session session,
      Feeds prepared,
      double encoderLearningRate,
      double headLearningRate,
      long seed) {
    try (TFloat32 encoderRate = TFloat32.scalarOf((float) encoderLearningRate);
        TFloat32 headRate = TFloat32.scalarOf((float) headLearningRate);
        TInt64 seedTensor = TInt64.scalarOf(seed)) {
      Session.Runner runner =
          prepared
              .to(session.runner())
              .feed(optimizer.encoderLearningRate(), encoderRate)
              .feed(optimizer.headLearningRate(), headRate)
              .feed(stepSeed, seedTensor)
              .addTarget(optimizer.step())
              .fetch(optimizer.gradientNorm());
      losses.forEach(runner::fetch);
      measures.values().forEach(runner::fetch);
      try (Result result = runner.run()) {
        return read(result);
      }
    } catch (TFInvalidArgumentException e) {
      throw translate(e);
    }
  }

  /** The graph itself refuses a gradient, and a cost of the matching, that is not finite. */
  private static RuntimeException translate(TFInvalidArgumentException failure) {
    String message = failure.getMessage().lines().findFirst().orElse("");
    return message.contains("finite") ? new NonFiniteException(message, failure) : failure;
  }

  private TrainingStep read(Result result) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < result.size(); i++) {
      values.add((double) ((TFloat32) result.get(i)).getFloat());
    }
    if (!Double.isFinite(values.get(1))) {
      throw new NonFiniteException("The loss is " + values.get(1));
    }
    Map<String, Double> measured = new LinkedHashMap<>();
    int index = 1 + losses.size();
    for (String name : measures.keySet()) {
      measured.put(name, values.get(index++));
    }
    return new TrainingStep(
        values.get(1),
        values.get(2),
        values.get(3),
        values.get(4),
        values.get(5),
        values.get(0),
        measured);
  }
}
