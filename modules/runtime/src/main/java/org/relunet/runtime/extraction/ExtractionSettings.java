package org.relunet.runtime.extraction;

import org.relunet.api.setting.Setting;
import org.relunet.api.triple.Calibration;

/** How documents are cut for the network. */
public record ExtractionSettings(
    @Setting(
            help = "triples below this confidence are left out",
            defaultValue = "0",
            minimum = 0,
            maximum = 1)
        double minimumConfidence,
    @Setting(
            help =
                "sentences of a paragraph that follow each other are read together up to this many"
                    + " words, and triples are found across them; 1: each sentence alone",
            unit = "words",
            defaultValue = "60",
            minimum = 1,
            maximum = 4000)
        int passageWords,
    @Setting(
            help = "a longer sentence is read in windows of this size",
            unit = "words",
            defaultValue = "120",
            minimum = 8,
            maximum = 4000)
        int windowWords,
    @Setting(
            help =
                "words that two windows of a sentence share; a triple is found if it stands in one",
            unit = "words",
            defaultValue = "40",
            minimum = 0,
            maximum = 4000)
        int windowOverlap,
    @Setting(
            help = "most sentences the network reads at a time",
            unit = "sentences",
            defaultValue = "32",
            minimum = 1,
            maximum = 1000000)
        int batchSentences,
    @Setting(
            help = "most piece positions, padding included, the network reads at a time",
            unit = "pieces",
            defaultValue = "4096",
            minimum = 512,
            maximum = 100000000)
        int batchPieces,
    @Setting(
            help =
                "most time for a document; one that takes longer becomes a dead letter, and the"
                    + " others go on; of the time of several that are read together each has the"
                    + " share of its words; 0: no limit",
            unit = "seconds",
            defaultValue = "600",
            minimum = 0,
            maximum = 1000000)
        double documentSeconds,
    @Setting(
            help =
                "scale of a confidence's logit, which with calibration-shift makes it the probability"
                    + " that the triple is right; training fits both to the development file"
                    + " (training.calibrate); 1: as the extractor gives it",
            defaultValue = "1",
            minimum = 0.001,
            maximum = 1000)
        double calibrationSlope,
    @Setting(
            help = "what is added to the scaled logit",
            defaultValue = "0",
            minimum = -1000,
            maximum = 1000)
        double calibrationShift) {
  public ExtractionSettings {
    if (windowOverlap >= windowWords) {
      throw new IllegalArgumentException(
          "window-overlap: "
              + windowOverlap
              + " words must be fewer than window-words, "
              + windowWords);
    }
  }

  /** What a confidence means. */
  Calibration calibration() {
    return new Calibration(calibrationSlope, calibrationShift);
  }
}
