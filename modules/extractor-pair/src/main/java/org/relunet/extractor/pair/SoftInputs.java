package org.relunet.extractor.pair;

import java.util.ArrayList;
import java.util.List;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.SentenceLabels;
import org.relunet.graph.part.Feeds;
import org.relunet.graph.tagging.SoftTagLoss;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * What a teacher says, as it is fed: how likely every span is an entity, and every pair of gold
 * entities has each relation.
 *
 * @param sentences [B] 1 for those that it read, 0 for the others
 * @param spans [B, M] probabilities
 * @param pairs [S, 3]: sentence, numbers of the subject's and the object's span
 * @param relations [S, R] probabilities
 */
record SoftInputs(
    Operand<TFloat32> sentences,
    Operand<TFloat32> spans,
    Operand<TInt32> pairs,
    Operand<TFloat32> relations) {
  static SoftInputs placeholders(Ops tf, int relations) {
    return new SoftInputs(
        tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1))),
        tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1))),
        tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(-1, 3))),
        tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, relations))));
  }

  /** The sum of the losses of spans and pairs, a scalar. */
  Operand<TFloat32> loss(
      Ops tf, SoftTagLoss softTagLoss, SpanScores scores, PairScores pairScores, PairRows rows) {
    var all = tf.constant(new int[] {0, 1});
    Operand<TFloat32> read =
        tf.math.mul(scores.present(), tf.expandDims(sentences, tf.constant(1)));
    Operand<TFloat32> ofSpans =
        tf.sum(tf.math.mul(softTagLoss.apply(tf, scores.logits(), spans), read), all);
    Operand<TInt32> places = tf.stopGradient(rows.find(tf, pairs)); // [S]
    // only the pairs that the teacher was asked about
    Operand<TFloat32> logits = tf.gather(pairScores.logits(), places, tf.constant(0)); // [S, R]
    return tf.math.add(ofSpans, tf.sum(softTagLoss.apply(tf, logits, relations), all));
  }

  void feed(
      int relationCount,
      List<SentenceLabels> labels,
      List<float[]> softLabels,
      SpanScores scores,
      int paddedWords,
      Feeds feeds) {
    int count = scores.count(paddedWords);
    float[] read = new float[labels.size()];
    float[] probabilities = new float[labels.size() * count];
    List<int[]> asked = new ArrayList<>();
    List<float[]> answers = new ArrayList<>();
    for (int b = 0; b < read.length; b++) {
      float[] said = softLabels.get(b);
      if (said.length == 0) {
        continue;
      }
      read[b] = 1;
      List<TokenSpan> entities = List.copyOf(labels.get(b).entitySpans());
      SoftLabelLayout layout =
          SoftLabelLayout.of(said, scores.kind(), entities.size(), relationCount);
      if (layout.words() > paddedWords) {
        throw new IllegalArgumentException(
            "soft labels of %d words for a sentence of at most %d"
                .formatted(layout.words(), paddedWords));
      }
      int from = 1;
      for (int first = 0; first < layout.words(); first++) {
        int row = b * count + scores.number(new TokenSpan(first, first), paddedWords);
        System.arraycopy(said, from, probabilities, row, layout.reach(first));
        from += layout.reach(first);
      }
      for (TokenSpan subject : entities) {
        for (TokenSpan object : entities) {
          asked.add(
              new int[] {
                b, scores.number(subject, paddedWords), scores.number(object, paddedWords)
              });
        }
      }
      float[] pairAnswers = new float[said.length - from];
      System.arraycopy(said, from, pairAnswers, 0, pairAnswers.length);
      answers.add(pairAnswers);
    }
    feeds
        .feed(sentences, TFloat32.tensorOf(Shape.of(read.length), DataBuffers.of(read)))
        .feed(spans, TFloat32.tensorOf(Shape.of(read.length, count), DataBuffers.of(probabilities)))
        .feed(pairs, Matrices.of(asked, 3))
        .feed(relations, together(answers, asked.size(), relationCount));
  }

  private static TFloat32 together(List<float[]> answers, int rows, int columns) {
    float[] all = new float[rows * columns];
    int at = 0;
    for (float[] some : answers) {
      System.arraycopy(some, 0, all, at, some.length);
      at += some.length;
    }
    return TFloat32.tensorOf(Shape.of(rows, columns), DataBuffers.of(all));
  }
}
