package org.relunet.extractor.casrel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.api.triple.WordTriple;
import org.relunet.extractor.casrel.CasRelSettings.SpanPairing;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Reads triples from the taggers' probabilities: an object reaches from a start tag to the nearest
 * end tag of the same relation at or after it, which {@link SpanPairing#BOUNDED} wants before the
 * next start.
 *
 * <p>The confidence of a triple is the geometric mean of the four probabilities it rests on: the
 * subject's start and end, the object's start and end. It exceeds the lower of the thresholds of
 * subjects and objects, is 1 only where all four are, and does not depend on the order of tagging.
 *
 * @param threshold above which an object's probability tags
 * @param pairing how a start finds its end
 * @param relations R
 */
record CasRelDecoder(double threshold, SpanPairing pairing, int relations) {

  /**
   * @param subjects [K, 3]: sentence, first word, last word
   * @param subjectProbabilities [K, 2]: start, end
   * @param objectProbabilities [K, N, 2R]: starts of all relations, then ends
   * @return a list for each of the sentences
   */
  List<List<ScoredTriple>> decode(
      TInt32 subjects, TFloat32 subjectProbabilities, TFloat32 objectProbabilities, int sentences) {
    List<Map<WordTriple, ScoredTriple>> found = new ArrayList<>();
    for (int b = 0; b < sentences; b++) {
      found.add(new LinkedHashMap<>());
    }
    SubjectRows rows = new SubjectRows(subjects, subjectProbabilities, objectProbabilities);
    for (int k = 0; k < rows.count(); k++) {
      Map<WordTriple, ScoredTriple> into = found.get(rows.sentence(k));
      decode(rows.subject(k)).forEach(scored -> into.put(scored.triple(), scored));
    }
    return found.stream().map(triples -> List.copyOf(triples.values())).toList();
  }

  /** The triples of a subject. */
  List<ScoredTriple> decode(SubjectRows.Subject subject) {
    float[] row = subject.objects();
    int tags = 2 * relations;
    int words = row.length / tags;
    List<ScoredTriple> found = new ArrayList<>();
    for (int first = 0; first < words; first++) {
      for (int relation = 0; relation < relations; relation++) {
        double start = row[first * tags + relation];
        if (start <= threshold) {
          continue;
        }
        for (int last = first; last < words; last++) {
          if (pairing == SpanPairing.BOUNDED
              && last > first
              && row[last * tags + relation] > threshold) {
            break;
          }
          double end = row[last * tags + relations + relation];
          if (end > threshold) {
            double confidence = Math.pow(subject.probability() * start * end, 0.25);
            WordTriple triple =
                new WordTriple(subject.span(), relation, new TokenSpan(first, last));
            found.add(new ScoredTriple(triple, Math.min(1, confidence)));
            break;
          }
        }
      }
    }
    return found;
  }
}
