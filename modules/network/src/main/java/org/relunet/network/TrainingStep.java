package org.relunet.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one step of training showed, before its update; losses are means over the batch's sentences.
 *
 * @param loss L, what was minimised
 * @param extractionLoss L_extract
 * @param matchingLoss L_match, 0 where the U-Net is off or does not pool
 * @param similarityLoss L_sim, likewise
 * @param distillationLoss of soft labels, as weighted; 0 where nobody teaches
 * @param gradientNorm of the whole gradient before clipping
 * @param measures of the U-Net, by name: see {@link org.relunet.graph.unet.RelUNetOutput}
 */
public record TrainingStep(
    double loss,
    double extractionLoss,
    double matchingLoss,
    double similarityLoss,
    double distillationLoss,
    double gradientNorm,
    Map<String, Double> measures) {
  public TrainingStep {
    measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
  }
}
