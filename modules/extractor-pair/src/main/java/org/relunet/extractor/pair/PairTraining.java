package org.relunet.extractor.pair;

import java.util.List;
import org.relunet.api.triple.WordTriple;
import org.relunet.graph.layer.Batched;
import org.relunet.graph.part.ExtractorPart;
import org.relunet.graph.part.Feeds;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.tagging.TagLoss;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The loss of candidates and pairs, and its labels. */
final class PairTraining implements ExtractorPart.Training {
  private final PairSettings settings;
  private final int relations;
  private final LabelInputs labels;
  private final SpanScores spans;
  private final Operand<TFloat32> loss;

  PairTraining(
      GraphContext context,
      PairSettings settings,
      int relations,
      Operand<TFloat32> words,
      Operand<TFloat32> wordMask,
      TagLoss tagLoss) {
    this.settings = settings;
    this.relations = relations;
    Ops tf = context.tf();
    labels = LabelInputs.placeholders(tf);
    spans = SpanScores.of(context, settings, words, wordMask);
    Operand<TFloat32> entities = labels.entities(tf, spans);
    Candidates candidates = Candidates.with(tf, spans, entities, labels.limits());
    PairScores pairs = PairScores.of(context, settings, relations, words, spans, candidates);
    Operand<TFloat32> related = tf.stopGradient(labels.relations(tf, candidates, pairs, relations));
    RowLoss rowLoss = new RowLoss(settings.loss(), tagLoss);
    Operand<TFloat32> sum =
        tf.math.add(
            rowLoss.apply(tf, spans.logits(), entities, spans.present()),
            rowLoss.apply(tf, pairs.logits(), related, tf.stopGradient(tf.onesLike(related))));
    loss = tf.math.div(sum, tf.dtypes.cast(Batched.size(tf, wordMask, 0), TFloat32.class));
  }

  @Override
  public Operand<TFloat32> loss() {
    return loss;
  }

  @Override
  public void feedLabels(List<List<WordTriple>> gold, int paddedWords, Feeds feeds) {
    labels.feed(settings, relations, gold, spans, paddedWords, feeds);
  }
}
