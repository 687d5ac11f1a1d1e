package org.relunet.extractor.pair;

import java.util.List;
import org.relunet.api.setting.Setting;

/** Settings of the extractor of pairs, none of which is in the paper. */
public record PairSettings(
    @Setting(
            help =
                "a triple is found where its confidence, the geometric mean of the probabilities of"
                    + " both candidates and of their relation, exceeds this",
            defaultValue = "0.55",
            minimum = 0.01,
            maximum = 0.99)
        double threshold,
    @Setting(
            help =
                "a span is a candidate where its probability exceeds this; low, as the pair decides",
            defaultValue = "0.05",
            minimum = 0.01,
            maximum = 0.99)
        double candidateThreshold,
    @Setting(
            help =
                "most candidates of a sentence, the likeliest; in training so many at least, or all"
                    + " its gold entities where these are more",
            defaultValue = "12",
            minimum = 1,
            maximum = 64)
        int candidates,
    @Setting(
            help =
                "which spans may be entities; any: of any length; one-word: single words, as the"
                    + " -star files have them",
            defaultValue = "any")
        Spans spans,
    @Setting(
            help = "half the width of the vectors that score a span's borders",
            unit = "units",
            defaultValue = "32",
            minimum = 1,
            maximum = 4096)
        int spanWidth,
    @Setting(
            help = "width of a pair's vector",
            unit = "units",
            defaultValue = "384",
            minimum = 1,
            maximum = 16384)
        int width,
    @Setting(
            help = "dropout on the word vectors that are read",
            defaultValue = "0.1",
            minimum = 0,
            maximum = 0.9)
        double dropout,
    @Setting(
            help = "dropout on the pairs' vectors",
            defaultValue = "0.1",
            minimum = 0,
            maximum = 0.9)
        double pairDropout,
    @Setting(
            help =
                "of candidates and of a pair's relations; cross-entropy: each on its own, as the"
                    + " section loss says; ranking: those that are true above 0 and above the others"
                    + " (multilabel log-sum-exp, Su et al. 2022, arXiv:2208.02955)",
            defaultValue = "cross-entropy")
        Loss loss,
    @Setting(
            help =
                "whether pairs read the core topology's edges, expanded to the words by equation 6,"
                    + " where relunet.pooling makes a core",
            defaultValue = "true")
        boolean coreEdges,
    @Setting(
            help =
                "width of what pairs read of the words between them, the mean of a hidden layer; 0:"
                    + " nothing",
            unit = "units",
            defaultValue = "128",
            minimum = 0,
            maximum = 16384)
        int context,
    @Setting(
            help =
                "types of entities, which are learned beside the entities and read by their pairs;"
                    + " training takes them from the training file where none is given",
            defaultValue = "",
            namesFile = false)
        List<String> entityTypes,
    @Setting(
            help = "weight of the loss of entities' types; 0: types are neither learned nor read",
            defaultValue = "1.0",
            minimum = 0,
            maximum = 1000)
        double typeWeight) {

  /** The types that are learned. */
  List<String> types() {
    return typeWeight > 0 ? entityTypes : List.of();
  }

  /** Which spans may be entities. */
  public enum Spans {
    ANY,
    ONE_WORD
  }

  /** Form of the loss. */
  public enum Loss {
    CROSS_ENTROPY,
    RANKING
  }
}
