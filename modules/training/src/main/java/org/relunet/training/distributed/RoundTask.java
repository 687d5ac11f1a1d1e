package org.relunet.training.distributed;

import java.util.List;

/**
 * What the workers are to do in a round; the weights stand beside it.
 *
 * @param round from 0
 * @param firstStep of the round, from 0
 * @param rateFactors of the learning rates, one for each step
 */
record RoundTask(long round, long firstStep, List<Double> rateFactors) {
  RoundTask {
    rateFactors = List.copyOf(rateFactors);
  }

  int steps() {
    return rateFactors.size();
  }
}
