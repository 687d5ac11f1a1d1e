package org.relunet.training.run;

import java.io.IOException;
import java.util.Map;

/** What changes the weights: steps in this process, or rounds of several workers. */
interface EpochUpdates extends AutoCloseable {
  /**
   * The updates of an epoch.
   *
   * @param step behind the last one
   * @param figures of the epoch, by name, beside its scores
   */
  record Done(long step, Map<String, Double> figures) {}

  /**
   * @param epoch from 1
   * @param firstStep of the epoch, from 0
   * @param lastStep behind which the training ends
   * @throws org.relunet.training.TrainingException if the loss is not finite
   */
  Done run(int epoch, long firstStep, long lastStep) throws IOException;

  /** Puts the values to be scored and stored into the network. */
  void beginScoring();

  /** Puts those to be trained there again. */
  void endScoring();

  /** Writes all that going on behind an epoch needs. */
  void save(int epoch) throws IOException;

  /** Called when {@code epoch} is what a killed training goes on behind, no longer another one. */
  void saved(int epochBefore) throws IOException;

  @Override
  void close() throws IOException;
}
