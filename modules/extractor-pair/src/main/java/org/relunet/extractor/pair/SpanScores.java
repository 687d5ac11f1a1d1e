package org.relunet.extractor.pair;

import java.util.List;
import org.relunet.api.text.TokenSpan;
import org.relunet.extractor.pair.PairSettings.Spans;
import org.relunet.graph.layer.Batched;
import org.relunet.graph.layer.Dense;
import org.relunet.graph.parameter.Initializer;
import org.relunet.graph.part.ExtractorInput;
import org.relunet.graph.part.GraphContext;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/**
 * How likely each span of a sentence is an entity. Spans are numbered: span i N + j reaches from
 * word i to word j; where entities are one word, span i is word i.
 *
 * @param kind which spans there are
 * @param words N, a scalar
 * @param logits [B, M]
 * @param present [B, M] 1 for a span of the sentence, 0 where padded or where it would end before
 *     it starts
 */
record SpanScores(
    Spans kind, Operand<TInt32> words, Operand<TFloat32> logits, Operand<TFloat32> present) {
  /** Few spans are entities: a start near their true rate, instead of a half. */
  private static final float BIAS = -3f;

  /**
   * A global pointer (Su et al. 2022, arXiv:2208.03054): {@code (R_i q_i) . (R_j k_j) / sqrt(2w) +
   * s_i + e_j}; of one word, a logit.
   *
   * @param input H and its mask
   */
  static SpanScores of(GraphContext context, PairSettings settings, ExtractorInput input) {
    Operand<TFloat32> words = input.words();
    Operand<TFloat32> mask = input.wordMask();
    GraphContext here = context.within("span");
    Ops tf = here.tf();
    Operand<TInt32> count = Batched.size(tf, words, 1);
    return switch (settings.spans()) {
      case ONE_WORD ->
          new SpanScores(
              settings.spans(), count, tf.reshape(borders(here, words, 1), tf.shape(mask)), mask);
      case ANY -> {
        Operand<TFloat32> logits =
            tf.math.add(
                products(here, words, count, settings.spanWidth()),
                sums(tf, borders(here, words, 2)));
        Operand<TFloat32> both = // [B, N, N]
            tf.math.mul(tf.expandDims(mask, tf.constant(2)), tf.expandDims(mask, tf.constant(1)));
        Operand<TFloat32> ordered = tf.linalg.bandPart(both, tf.constant(0L), tf.constant(-1L));
        yield new SpanScores(settings.spans(), count, flat(tf, logits), flat(tf, ordered));
      }
    };
  }

  private static Operand<TFloat32> borders(
      GraphContext here, Operand<TFloat32> words, int outputs) {
    return Dense.apply(
        here,
        "borders",
        words,
        outputs,
        Initializer.glorotUniform(),
        Initializer.constant(BIAS / outputs));
  }

  /** s_i + e_j: [B, N, 2] gives [B, N, N]. */
  private static Operand<TFloat32> sums(Ops tf, Operand<TFloat32> borders) {
    Operand<TFloat32> starts = tf.gather(borders, tf.constant(0), tf.constant(2));
    Operand<TFloat32> ends = tf.gather(borders, tf.constant(1), tf.constant(2));
    return tf.math.add(tf.expandDims(starts, tf.constant(2)), tf.expandDims(ends, tf.constant(1)));
  }

  private static Operand<TFloat32> products(
      GraphContext here, Operand<TFloat32> words, Operand<TInt32> count, int half) {
    Ops tf = here.tf();
    RotaryPositions positions = RotaryPositions.of(tf, count, half);
    Operand<TFloat32> starts = // [B, N, w]
        positions.turn(
            tf,
            Dense.apply(here, "start_first", words, half),
            Dense.apply(here, "start_second", words, half));
    Operand<TFloat32> ends =
        positions.turn(
            tf,
            Dense.apply(here, "end_first", words, half),
            Dense.apply(here, "end_second", words, half));
    return tf.math.mul(
        Batched.productTransposed(tf, starts, ends),
        tf.constant((float) (1 / Math.sqrt(2.0 * half))));
  }

  private static Operand<TFloat32> flat(Ops tf, Operand<TFloat32> squares) {
    Operand<TInt32> sentences = Batched.size(tf, squares, 0);
    Operand<TInt32> words = Batched.size(tf, squares, 1);
    return tf.reshape(squares, tf.stack(List.of(sentences, tf.math.mul(words, words))));
  }

  /** The first words of numbered spans, of the shape of the numbers. */
  Operand<TInt32> first(Ops tf, Operand<TInt32> numbers) {
    return switch (kind) {
      case ONE_WORD -> numbers;
      case ANY -> tf.math.floorDiv(numbers, words);
    };
  }

  /** Their last words. */
  Operand<TInt32> last(Ops tf, Operand<TInt32> numbers) {
    return switch (kind) {
      case ONE_WORD -> numbers;
      case ANY -> tf.math.floorMod(numbers, words);
    };
  }

  /** The numbers of spans between words, of the shape of those. */
  Operand<TInt32> numbers(Ops tf, Operand<TInt32> first, Operand<TInt32> last) {
    return switch (kind) {
      case ONE_WORD -> first;
      case ANY -> tf.math.add(tf.math.mul(first, words), last);
    };
  }

  /**
   * The number of a span.
   *
   * @throws IllegalArgumentException if it is no such span
   */
  int number(TokenSpan span, int paddedWords) {
    return switch (kind) {
      case ONE_WORD -> {
        if (span.length() > 1) {
          throw new IllegalArgumentException(
              "extractor.pair.spans: one-word, but an entity has %d words; set it to any"
                  .formatted(span.length()));
        }
        yield span.first();
      }
      case ANY -> span.first() * paddedWords + span.last();
    };
  }

  /** M of so many words. */
  int count(int paddedWords) {
    return switch (kind) {
      case ONE_WORD -> paddedWords;
      case ANY -> paddedWords * paddedWords;
    };
  }

  /** N of so many spans. */
  int paddedWords(int count) {
    return switch (kind) {
      case ONE_WORD -> count;
      case ANY -> Math.toIntExact(Math.round(Math.sqrt(count)));
    };
  }

  /** [B, K]: what is said of chosen spans. */
  static <T extends TType> Operand<T> at(Ops tf, Operand<T> scores, Operand<TInt32> numbers) {
    return tf.gatherNd(scores, tf.stack(List.of(sentences(tf, numbers), numbers), Stack.axis(2L)));
  }

  /** [B, K]: index of the sentence. */
  static Operand<TInt32> sentences(Ops tf, Operand<TInt32> numbers) {
    Operand<TInt32> shape = tf.shape(numbers);
    Operand<TInt32> batch = tf.gather(shape, tf.constant(0), tf.constant(0));
    return tf.broadcastTo(
        tf.expandDims(tf.range(tf.constant(0), batch, tf.constant(1)), tf.constant(1)), shape);
  }
}
