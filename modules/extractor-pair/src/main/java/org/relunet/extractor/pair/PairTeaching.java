package org.relunet.extractor.pair;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relunet.api.text.TokenSpan;
import org.relunet.graph.part.ExtractorInput;
import org.relunet.graph.part.ExtractorPart;
import org.relunet.graph.part.Feeds;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.tagging.SoftTagLoss;
import org.tensorflow.Operand;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Tells how likely every span is an entity, and every pair of the asked spans has each relation.
 * All is of words: a pupil that cuts them into other pieces can learn it all the same.
 */
final class PairTeaching implements ExtractorPart.Teaching {
  static final String SPANS = "span_probabilities";
  static final String PAIRS = "pair_probabilities";

  private final SpanScores spans;
  private final int relations;
  private final Operand<TInt32> first;
  private final Operand<TInt32> last;
  private final Operand<TInt32> counts;
  private final Map<String, Operand<?>> outputs = new LinkedHashMap<>();

  /**
   * @param temperature by which logits are divided
   */
  PairTeaching(
      GraphContext context,
      PairSettings settings,
      int relations,
      ExtractorInput input,
      double temperature) {
    this.relations = relations;
    Ops tf = context.tf();
    first = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(-1, -1)));
    last = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(-1, -1)));
    counts = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(-1)));
    spans = SpanScores.of(context, settings, input);
    Operand<TInt32> most = tf.gather(tf.shape(first), tf.constant(1), tf.constant(0));
    Operand<TBool> asked = // [B, m]
        tf.math.less(
            tf.expandDims(tf.range(tf.constant(0), most, tf.constant(1)), tf.constant(0)),
            tf.expandDims(counts, tf.constant(1)));
    PairScores pairs =
        PairScores.of(
            context,
            settings,
            relations,
            input,
            spans,
            new Candidates(spans.numbers(tf, first, last), asked));
    outputs.put(SPANS, probabilities(tf, spans.logits(), temperature));
    outputs.put(PAIRS, probabilities(tf, pairs.logits(), temperature));
  }

  private static Operand<TFloat32> probabilities(
      Ops tf, Operand<TFloat32> logits, double temperature) {
    return tf.math.sigmoid(SoftTagLoss.cooled(tf, logits, temperature));
  }

  @Override
  public Map<String, Operand<?>> outputs() {
    return outputs;
  }

  @Override
  public void feed(List<List<TokenSpan>> asked, Feeds feeds) {
    int most = asked.stream().mapToInt(List::size).max().orElse(0);
    int[] firsts = new int[asked.size() * most];
    int[] lasts = new int[asked.size() * most];
    int[] count = new int[asked.size()];
    for (int b = 0; b < count.length; b++) {
      List<TokenSpan> theirs = asked.get(b);
      count[b] = theirs.size();
      for (int i = 0; i < theirs.size(); i++) {
        firsts[b * most + i] = theirs.get(i).first();
        lasts[b * most + i] = theirs.get(i).last();
      }
    }
    Shape shape = Shape.of(count.length, most);
    feeds
        .feed(first, TInt32.tensorOf(shape, DataBuffers.of(firsts)))
        .feed(last, TInt32.tensorOf(shape, DataBuffers.of(lasts)))
        .feed(counts, TInt32.tensorOf(Shape.of(count.length), DataBuffers.of(count)));
  }

  @Override
  public List<float[]> read(
      Map<String, Tensor> values, List<List<TokenSpan>> asked, List<Integer> words) {
    FloatDataBuffer ofSpans = values.get(SPANS).asRawTensor().data().asFloats();
    FloatDataBuffer ofPairs = values.get(PAIRS).asRawTensor().data().asFloats();
    int count = Math.toIntExact(values.get(SPANS).shape().get(1));
    int padded = spans.paddedWords(count);
    List<float[]> labels = new ArrayList<>();
    long pairsRead = 0;
    for (int b = 0; b < asked.size(); b++) {
      SoftLabelLayout layout =
          new SoftLabelLayout(spans.kind(), words.get(b), asked.get(b).size(), relations);
      float[] sentence = new float[layout.size()];
      sentence[0] = spans.kind().ordinal();
      int to = 1;
      for (int word = 0; word < layout.words(); word++) {
        long row = (long) b * count + spans.number(new TokenSpan(word, word), padded);
        ofSpans.offset(row).read(sentence, to, layout.reach(word));
        to += layout.reach(word);
      }
      ofPairs.offset(pairsRead).read(sentence, to, sentence.length - to);
      pairsRead += sentence.length - to;
      labels.add(sentence);
    }
    return labels;
  }
}
