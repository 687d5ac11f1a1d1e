package org.relunet.extractor.casrel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.graph.layer.Batched;
import org.relunet.graph.part.ExtractorPart;
import org.relunet.graph.part.GraphContext;
import org.tensorflow.Operand;
import org.tensorflow.Tensor;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Any;
import org.tensorflow.op.core.Stack;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/**
 * Finds subjects and tags their objects in one run: the spans of subjects are paired in the graph,
 * so that the object tagger follows without a way to the host and back.
 */
final class CasRelInference implements ExtractorPart.Inference {
  static final String SUBJECTS = "subjects";
  static final String SUBJECT_PROBABILITIES = "subject_probabilities";
  static final String OBJECT_PROBABILITIES = "object_probabilities";

  private final CasRelDecoder decoder;
  private final Map<String, Operand<?>> outputs;

  private CasRelInference(CasRelDecoder decoder, Map<String, Operand<?>> outputs) {
    this.decoder = decoder;
    this.outputs = outputs;
  }

  static CasRelInference build(
      GraphContext context,
      CasRelSettings settings,
      int relations,
      Operand<TFloat32> words,
      Operand<TFloat32> wordMask) {
    Ops tf = context.tf();
    Operand<TFloat32> mask = tf.expandDims(wordMask, tf.constant(2)); // [B, N, 1]
    Operand<TFloat32> subject = // [B, N, 2], 0 where padded
        tf.math.mul(tf.math.sigmoid(SubjectTagger.logits(context, words)), mask);
    Operand<TFloat32> threshold = tf.constant((float) settings.threshold());
    Operand<TFloat32> starts = tag(tf, subject, 0); // [B, N]
    Operand<TFloat32> ends = tag(tf, subject, 1);

    // candidate[b, i, j]: j ends a subject, at or after i; the first such j is the nearest
    var length = Batched.size(tf, wordMask, 1);
    Operand<TFloat32> ones = tf.fill(tf.stack(List.of(length, length)), tf.constant(1f));
    Operand<TFloat32> later = tf.linalg.bandPart(ones, tf.constant(0), tf.constant(-1)); // [N, N]
    Operand<TBool> isEnd = tf.math.greater(ends, threshold);
    Operand<TFloat32> candidates =
        tf.math.mul(tf.expandDims(tf.dtypes.cast(isEnd, TFloat32.class), tf.constant(1)), later);
    Operand<TBool> hasEnd =
        tf.any(tf.math.greater(candidates, tf.constant(0.5f)), tf.constant(2), new Any.Options[0]);
    Operand<TInt64> nearest = tf.math.argMax(candidates, tf.constant(2)); // [B, N]
    Operand<TInt64> found = // [K, 2]: sentence, first
        tf.where(tf.math.logicalAnd(tf.math.greater(starts, threshold), hasEnd));
    Operand<TInt64> lasts = tf.gatherNd(nearest, found); // [K]
    Operand<TInt64> spans =
        tf.concat(List.of(found, tf.expandDims(lasts, tf.constant(1))), tf.constant(1));
    Operand<TInt32> subjects = tf.dtypes.cast(spans, TInt32.class); // [K, 3]

    Operand<TInt32> sentences = column(tf, subjects, 0);
    Operand<TInt32> first = column(tf, subjects, 1);
    Operand<TInt32> last = column(tf, subjects, 2);
    Operand<TFloat32> probabilities = // [K, 2]
        tf.stack(
            List.of(
                tf.gatherNd(starts, tf.stack(List.of(sentences, first), axisOne())),
                tf.gatherNd(ends, tf.stack(List.of(sentences, last), axisOne()))),
            axisOne());
    Operand<TFloat32> vectors = SubjectTagger.vectors(context, words, sentences, first, last);
    Operand<TFloat32> logits =
        new ObjectTagger(settings, relations).logits(context, words, sentences, vectors);
    Operand<TFloat32> objects = // [K, N, 2R]
        tf.math.mul(tf.math.sigmoid(logits), tf.gather(mask, sentences, tf.constant(0)));

    Map<String, Operand<?>> outputs = new LinkedHashMap<>();
    outputs.put(SUBJECTS, subjects);
    outputs.put(SUBJECT_PROBABILITIES, probabilities);
    outputs.put(OBJECT_PROBABILITIES, objects);
    return new CasRelInference(new CasRelDecoder(settings.threshold(), relations), outputs);
  }

  private static Stack.Options axisOne() {
    return Stack.axis(1L);
  }

  private static Operand<TFloat32> tag(Ops tf, Operand<TFloat32> tags, int index) {
    return tf.gather(tags, tf.constant(index), tf.constant(2));
  }

  private static Operand<TInt32> column(Ops tf, Operand<TInt32> matrix, int index) {
    return tf.gather(matrix, tf.constant(index), tf.constant(1));
  }

  @Override
  public Map<String, Operand<?>> outputs() {
    return outputs;
  }

  @Override
  public Map<String, String> meanings() {
    return CasRelMeanings.of(decoder.threshold(), decoder.relations());
  }

  @Override
  public List<List<ScoredTriple>> decode(Map<String, Tensor> values, int sentences) {
    return decoder.decode(
        (TInt32) values.get(SUBJECTS),
        (TFloat32) values.get(SUBJECT_PROBABILITIES),
        (TFloat32) values.get(OBJECT_PROBABILITIES),
        sentences);
  }
}
