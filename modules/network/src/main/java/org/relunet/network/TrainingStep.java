package org.relunet.network;

import java.util.List;

/**
 * What one step of training showed, before its update; losses are means over the batch's sentences.
 *
 * @param loss L, what was minimised
 * @param extractionLoss L_extract
 * @param matchingLoss L_match, 0 where the U-Net is off or does not pool
 * @param similarityLoss L_sim, likewise
 * @param distillationLoss of soft labels, as weighted; 0 where nobody teaches
 * @param gradientNorm of the whole gradient before clipping
 * @param assignmentEntropies one a pooling level; near 1 the assignment has collapsed
 */
public record TrainingStep(
    double loss,
    double extractionLoss,
    double matchingLoss,
    double similarityLoss,
    double distillationLoss,
    double gradientNorm,
    List<Double> assignmentEntropies) {
  public TrainingStep {
    assignmentEntropies = List.copyOf(assignmentEntropies);
  }
}
