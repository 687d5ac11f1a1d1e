package org.relunet.network;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.relunet.graph.part.Feeds;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * What the taggers say of the sentences of a batch, before any decision about objects: for each
 * subject, written {@code first-last}, the probabilities of its start, its end, and of the objects'
 * tags of the sentence's own words.
 *
 * @param bySentence a map for each sentence
 */
record Answers(List<TreeMap<String, float[]>> bySentence) {
  static Answers of(InferenceNetwork network, List<NumericSentence> batch) {
    try (Feeds feeds = network.inference().feeds(batch)) {
      return of(network.inference(), network.session(), batch, feeds);
    }
  }

  static Answers of(
      InferenceGraph graph, Session session, List<NumericSentence> batch, Feeds feeds) {
    Session.Runner runner = feeds.to(session.runner());
    graph.outputs().values().forEach(runner::fetch);
    try (Result result = runner.run()) {
      return of(
          List.of(result.get(0), result.get(1), result.get(2)),
          batch.stream().map(NumericSentence::words).toList());
    }
  }

  /**
   * @param tensors subjects, their probabilities, those of objects
   * @param words N of each sentence
   */
  static Answers of(List<Tensor> tensors, List<Integer> words) {
    TInt32 subjects = (TInt32) tensors.get(0);
    TFloat32 ofSubjects = (TFloat32) tensors.get(1);
    TFloat32 ofObjects = (TFloat32) tensors.get(2);
    int tags = (int) ofObjects.shape().get(2);
    List<TreeMap<String, float[]>> answers = new ArrayList<>();
    words.forEach(count -> answers.add(new TreeMap<>()));
    for (int k = 0; k < subjects.shape().get(0); k++) {
      int sentence = subjects.getInt(k, 0);
      int count = words.get(sentence);
      float[] values = new float[2 + count * tags];
      values[0] = ofSubjects.getFloat(k, 0);
      values[1] = ofSubjects.getFloat(k, 1);
      for (int word = 0; word < count; word++) {
        for (int tag = 0; tag < tags; tag++) {
          values[2 + word * tags + tag] = ofObjects.getFloat(k, word, tag);
        }
      }
      answers
          .get(sentence)
          .put("%d-%d".formatted(subjects.getInt(k, 1), subjects.getInt(k, 2)), values);
    }
    return new Answers(answers);
  }

  /** The answers about some of the sentences. */
  Answers only(int... sentences) {
    List<TreeMap<String, float[]>> some = new ArrayList<>();
    for (int sentence : sentences) {
      some.add(bySentence.get(sentence));
    }
    return new Answers(some);
  }

  /** The largest difference of a probability; infinite where the subjects differ. */
  double distance(Answers other) {
    double largest = 0;
    for (int sentence = 0; sentence < bySentence.size(); sentence++) {
      TreeMap<String, float[]> mine = bySentence.get(sentence);
      TreeMap<String, float[]> others = other.bySentence.get(sentence);
      if (!mine.keySet().equals(others.keySet())) {
        return Double.POSITIVE_INFINITY;
      }
      for (String subject : mine.keySet()) {
        for (int i = 0; i < mine.get(subject).length; i++) {
          largest = Math.max(largest, Math.abs(mine.get(subject)[i] - others.get(subject)[i]));
        }
      }
    }
    return largest;
  }

  int subjects() {
    return bySentence.stream().mapToInt(TreeMap::size).sum();
  }
}
