package org.relunet.graph.loss;

import org.relunet.api.setting.Setting;

/** Weights and form of the losses; the defaults are the paper's, but for {@code matching}. */
public record LossSettings(
    @Setting(help = "weight of the bipartite matching loss", defaultValue = "1.0", minimum = 0)
        double alpha,
    @Setting(help = "weight of the graph similarity loss", defaultValue = "0.1", minimum = 0)
        double beta,
    @Setting(
            help =
                "paper: equation 9 as printed, unbounded below; contrastive: the matched supernode"
                    + " against the others, bounded",
            defaultValue = "contrastive")
        Matching matching,
    @Setting(
            help = "weight of MinCut's own cut and orthogonality losses; not in the paper",
            defaultValue = "0",
            minimum = 0)
        double mincutWeight) {

  /** Form of the matching loss. */
  public enum Matching {
    PAPER,
    CONTRASTIVE
  }
}
