package org.relunet.training;

import java.util.List;
import org.relunet.api.setting.Setting;
import org.relunet.graph.tagging.SoftTagLoss;

/** Which models' tags are learned beside the gold ones. */
public record DistillationSettings(
    @Setting(
            help =
                "directories of model packages that teach: the mean of the probabilities that they"
                    + " give the extractor's tags is learned beside the gold tags. They may have"
                    + " other encoders, but need the same relations; empty: none. Not in the paper")
        List<String> teachers,
    @Setting(
            help = "weight of the loss of the teachers' tags, where that of the gold ones is 1",
            defaultValue = "1.0",
            minimum = 0.001,
            maximum = 1000)
        double weight,
    @Setting(
            help =
                "what the logits of all are divided by: above 1 the teachers' doubts count more"
                    + " (Hinton, Vinyals and Dean 2015, arXiv:1503.02531)",
            defaultValue = "1.0",
            minimum = 0.1,
            maximum = 1000)
        double temperature) {

  public DistillationSettings {
    teachers = List.copyOf(teachers);
  }

  /** Whether a model teaches. */
  public boolean taught() {
    return !teachers.isEmpty();
  }

  /** The loss of the teachers' tags. */
  public SoftTagLoss loss() {
    return taught() ? new SoftTagLoss(weight, temperature) : SoftTagLoss.NONE;
  }
}
