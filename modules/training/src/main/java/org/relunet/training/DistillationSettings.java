package org.relunet.training;

import org.relunet.api.setting.Setting;
import org.relunet.graph.tagging.SoftTagLoss;

/** Which model's tags are learned beside the gold ones. */
public record DistillationSettings(
    @Setting(
            help =
                "directory of a model package that teaches: the probabilities that it gives the"
                    + " extractor's tags are learned beside the gold tags. It may have another"
                    + " encoder, but needs the same relations; empty: none. Not in the paper")
        String teacher,
    @Setting(
            help = "weight of the loss of the teacher's tags, where that of the gold ones is 1",
            defaultValue = "1.0",
            minimum = 0.001)
        double weight,
    @Setting(
            help =
                "what the logits of both are divided by: above 1 the teacher's doubts count more"
                    + " (Hinton, Vinyals and Dean 2015, arXiv:1503.02531)",
            defaultValue = "1.0",
            minimum = 0.1)
        double temperature) {

  /** Whether a model teaches. */
  public boolean taught() {
    return !teacher.isEmpty();
  }

  /** The loss of the teacher's tags. */
  public SoftTagLoss loss() {
    return taught() ? new SoftTagLoss(weight, temperature) : SoftTagLoss.NONE;
  }
}
