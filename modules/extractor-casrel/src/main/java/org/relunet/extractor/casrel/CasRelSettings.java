package org.relunet.extractor.casrel;

import org.relunet.api.setting.Setting;

/** Settings of the taggers; the defaults are the paper's. */
public record CasRelSettings(
    @Setting(
            help = "a word is tagged where its probability exceeds this",
            defaultValue = "0.5",
            minimum = 0.01,
            maximum = 0.99)
        double threshold,
    @Setting(
            help =
                "the same for the tags of subjects alone, as training.choose-threshold finds it;"
                    + " 0: threshold",
            defaultValue = "0",
            minimum = 0,
            maximum = 0.99)
        double subjectThreshold,
    @Setting(
            help =
                "the same for the tags of objects alone, as training.choose-threshold finds it; 0:"
                    + " threshold",
            defaultValue = "0",
            minimum = 0,
            maximum = 0.99)
        double objectThreshold,
    @Setting(
            help =
                "linear: W(H + s), the paper's, which cannot tell the direction of a relation"
                    + " between two subjects of one word; hidden: a hidden layer over H and s,"
                    + " which can",
            defaultValue = "linear")
        ObjectHead objectHead,
    @Setting(
            help = "width of the hidden layer of object-head hidden",
            unit = "units",
            defaultValue = "384",
            minimum = 1,
            maximum = 16384)
        int objectHidden,
    @Setting(
            help = "dropout on the word vectors that the taggers read",
            defaultValue = "0",
            minimum = 0,
            maximum = 0.9)
        double dropout,
    @Setting(
            help =
                "spans that the object tagger learns to find no objects for; objects: those that"
                    + " are objects only. CasRel and the paper have none",
            defaultValue = "none")
        WrongSubjects wrongSubjects,
    @Setting(
            help =
                "how tags become spans; nearest: from a start to the nearest end (paper), bounded: no"
                    + " span reaches past the next start, and a tag of a subject that is left alone"
                    + " takes the word most likely to be its other end, if the geometric mean of"
                    + " both probabilities exceeds the threshold. Not in the paper",
            defaultValue = "nearest")
        SpanPairing spanPairing) {

  /** How a start finds its end. */
  public enum SpanPairing {
    NEAREST,
    BOUNDED
  }

  /** Spans beside the gold subjects that the object tagger is trained on. */
  public enum WrongSubjects {
    NONE,
    OBJECTS
  }

  /** Form of the object tagger. */
  public enum ObjectHead {
    LINEAR,
    HIDDEN
  }

  /** The probability that a tag of a subject must exceed. */
  double leastForSubjects() {
    return subjectThreshold == 0 ? threshold : subjectThreshold;
  }

  /** The probability that a tag of an object must exceed. */
  double leastForObjects() {
    return objectThreshold == 0 ? threshold : objectThreshold;
  }
}
