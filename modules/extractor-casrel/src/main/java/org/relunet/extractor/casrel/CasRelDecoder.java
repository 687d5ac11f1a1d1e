package org.relunet.extractor.casrel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.api.triple.WordTriple;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Reads triples from the taggers' probabilities: an object reaches from a start tag to the nearest
 * end tag of the same relation at or after it.
 *
 * <p>The confidence of a triple is the geometric mean of the four probabilities it rests on: the
 * subject's start and end, the object's start and end. It exceeds the threshold, is 1 only where
 * all four are, and does not depend on the order of tagging.
 *
 * @param threshold above which a probability tags
 * @param relations R
 */
record CasRelDecoder(double threshold, int relations) {

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
    int count = Math.toIntExact(subjects.shape().get(0));
    int words = Math.toIntExact(objectProbabilities.shape().get(1));
    int tags = 2 * relations;
    // a row of a subject at a time: the whole may be large
    float[] row = new float[words * tags];
    var objects = objectProbabilities.asRawTensor().data().asFloats();
    for (int k = 0; k < count; k++) {
      TokenSpan subject = new TokenSpan(subjects.getInt(k, 1), subjects.getInt(k, 2));
      double subjectProbability =
          (double) subjectProbabilities.getFloat(k, 0) * subjectProbabilities.getFloat(k, 1);
      objects.offset((long) k * row.length).read(row);
      addObjects(row, words, subject, subjectProbability, found.get(subjects.getInt(k, 0)));
    }
    return found.stream().map(triples -> List.copyOf(triples.values())).toList();
  }

  private void addObjects(
      float[] row,
      int words,
      TokenSpan subject,
      double subjectProbability,
      Map<WordTriple, ScoredTriple> into) {
    int tags = 2 * relations;
    for (int first = 0; first < words; first++) {
      for (int relation = 0; relation < relations; relation++) {
        double start = row[first * tags + relation];
        if (start <= threshold) {
          continue;
        }
        for (int last = first; last < words; last++) {
          double end = row[last * tags + relations + relation];
          if (end > threshold) {
            double confidence = Math.pow(subjectProbability * start * end, 0.25);
            WordTriple triple = new WordTriple(subject, relation, new TokenSpan(first, last));
            into.put(triple, new ScoredTriple(triple, Math.min(1, confidence)));
            break;
          }
        }
      }
    }
  }
}
