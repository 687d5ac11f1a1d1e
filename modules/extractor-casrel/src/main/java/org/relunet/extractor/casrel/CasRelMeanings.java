package org.relunet.extractor.casrel;

import java.util.LinkedHashMap;
import java.util.Map;
import org.relunet.extractor.casrel.CasRelSettings.SpanPairing;

/** What the outputs hold, in words, for readers of an exported model. */
final class CasRelMeanings {
  private CasRelMeanings() {}

  /**
   * @param threshold above which a probability tags objects
   * @param pairing how starts and ends become spans
   * @param relations R
   */
  static Map<String, String> of(double threshold, SpanPairing pairing, int relations) {
    Map<String, String> meanings = new LinkedHashMap<>();
    meanings.put(
        CasRelInference.SUBJECTS,
        "the K subjects found in all sentences: a row is the index of the sentence, of the"
            + " subject's first word and of its last word");
    meanings.put(
        CasRelInference.SUBJECT_PROBABILITIES,
        "for each subject, the probability that it starts at its first word, and that it ends at"
            + " its last");
    meanings.put(
        CasRelInference.OBJECT_PROBABILITIES,
        """
        for each subject and word n, %1$d numbers: number r, from 0, is the probability that an \
        object of relation r starts at word n, number %2$d + r that one ends there. A start above \
        %3$s with the nearest end above %3$s at or after it%4$s, of the same relation, is an \
        object, and so a triple. Its confidence is the fourth root of the product of the probabilities \
        of its subject's start and end and its object's start and end"""
            .formatted(
                2 * relations,
                relations,
                threshold,
                pairing == SpanPairing.BOUNDED ? " and before the next start" : ""));
    return meanings;
  }
}
