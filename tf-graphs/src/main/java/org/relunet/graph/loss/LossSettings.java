package org.relunet.graph.loss;

import org.relunet.api.setting.Setting;
import org.relunet.graph.tagging.TagLoss;

/** Weights and form of the losses; the defaults are the paper's, but for {@code matching}. */
public record LossSettings(
    @Setting(
            help = "weight of the bipartite matching loss",
            defaultValue = "1.0",
            minimum = 0,
            maximum = 1000)
        double alpha,
    @Setting(
            help = "weight of the graph similarity loss",
            defaultValue = "0.1",
            minimum = 0,
            maximum = 1000)
        double beta,
    @Setting(
            help =
                "paper: equation 9 as printed, unbounded below; contrastive: the matched supernode"
                    + " against the others, bounded",
            defaultValue = "contrastive")
        Matching matching,
    @Setting(
            help =
                "divide a sentence's matching loss by the number of its matched entities, so that"
                    + " sentences of many weigh no more than others; not in the paper",
            defaultValue = "false")
        boolean matchingMean,
    @Setting(
            help =
                "paper: equation 10, gold edges of 0 and 1 against edges that equation 3 normalised,"
                    + " which can't all be 1; normalised: gold edges normalised by equation 3 too, and"
                    + " only pairs of supernodes that entities are matched to. Not in the paper",
            defaultValue = "paper")
        Similarity similarity,
    @Setting(
            help =
                "the matching, similarity and MinCut losses change the U-Net alone: their gradients"
                    + " stop at the words' vectors; not in the paper",
            defaultValue = "false")
        boolean stopAtWords,
    @Setting(
            help = "weight of MinCut's own cut and orthogonality losses; not in the paper",
            defaultValue = "0",
            minimum = 0,
            maximum = 1000)
        double mincutWeight,
    @Setting(
            help =
                "weight of telling which relations a sentence has from the mean of the core's nodes,"
                    + " by cross-entropy summed over the relations; needs relunet.pooling: mincut. Not"
                    + " in the paper",
            defaultValue = "0",
            minimum = 0,
            maximum = 1000)
        double relationPresence,
    @Setting(
            help =
                "weight of tags that are 1, which are few, against those that are 0, in the"
                    + " extraction loss: above 1 more is found, and more wrongly; not in the paper",
            defaultValue = "1.0",
            minimum = 0.01,
            maximum = 1000)
        double positiveWeight,
    @Setting(
            help =
                "gamma of the focal loss (Lin et al. 2017, arXiv:1708.02002) in the extraction loss:"
                    + " a tag counts (1 - q)^gamma times, q being the probability of its right"
                    + " value, so that easy ones count little; 0: all alike, 2 is usual. Not in the"
                    + " paper",
            defaultValue = "0",
            minimum = 0,
            maximum = 1000)
        double focusing) {

  /** The loss of the extractor's tags. */
  public TagLoss tags() {
    return new TagLoss(positiveWeight, focusing);
  }

  /** Form of the matching loss. */
  public enum Matching {
    PAPER,
    CONTRASTIVE
  }

  /** What the core's edges are to be like. */
  public enum Similarity {
    PAPER,
    NORMALISED
  }
}
