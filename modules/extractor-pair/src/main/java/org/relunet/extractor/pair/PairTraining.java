package org.relunet.extractor.pair;

import java.util.List;
import java.util.Optional;
import org.relunet.api.triple.SentenceLabels;
import org.relunet.graph.layer.Batched;
import org.relunet.graph.part.ExtractorInput;
import org.relunet.graph.part.ExtractorPart;
import org.relunet.graph.part.Feeds;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.tagging.SoftTagLoss;
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
  private final Optional<SoftInputs> taught;
  private final Optional<Operand<TFloat32>> softLoss;

  PairTraining(
      GraphContext context,
      PairSettings settings,
      int relations,
      ExtractorInput input,
      TagLoss tagLoss,
      SoftTagLoss softTagLoss) {
    this.settings = settings;
    this.relations = relations;
    Ops tf = context.tf();
    labels = LabelInputs.placeholders(tf, relations);
    spans = SpanScores.of(context, settings, input);
    Operand<TFloat32> entities = labels.entities(tf, spans);
    Candidates candidates = Candidates.with(tf, spans, entities, labels.limits());
    PairScores pairs = PairScores.of(context, settings, relations, input, spans, candidates);
    PairRows rows = PairRows.of(tf, candidates, pairs.pairs());
    // the labels' places come from the choice of candidates, but no gradient goes that way
    Operand<TFloat32> related = tf.stopGradient(labels.related(tf, rows, relations));
    Operand<TFloat32> known = tf.stopGradient(labels.knownRelations(tf, pairs, related));
    RowLoss rowLoss = new RowLoss(settings.loss(), tagLoss);
    Operand<TFloat32> sentences =
        tf.dtypes.cast(Batched.size(tf, input.wordMask(), 0), TFloat32.class);
    Operand<TFloat32> knownEntities = labels.knownEntities(tf, spans, entities);
    Operand<TFloat32> sum =
        tf.math.add(
            rowLoss.apply(tf, spans.logits(), entities, labels.knownEntities(tf, spans, entities)),
            rowLoss.apply(tf, pairs.logits(), related, known));
    if (pairs.types().isPresent()) {
      sum =
          tf.math.add(
              sum,
              tf.math.mul(
                  tf.constant((float) settings.typeWeight()),
                  pairs
                      .types()
                      .get()
                      .loss(tf, candidates, labels.types(tf, spans), entities, knownEntities)));
    }
    loss = tf.math.div(sum, sentences);
    if (softTagLoss.present()) {
      SoftInputs soft = SoftInputs.placeholders(tf, relations);
      taught = Optional.of(soft);
      softLoss =
          Optional.of(tf.math.div(soft.loss(tf, softTagLoss, spans, pairs, rows), sentences));
    } else {
      taught = Optional.empty();
      softLoss = Optional.empty();
    }
  }

  @Override
  public Operand<TFloat32> loss() {
    return loss;
  }

  @Override
  public Optional<Operand<TFloat32>> softLoss() {
    return softLoss;
  }

  @Override
  public void feedLabels(List<SentenceLabels> gold, int paddedWords, Feeds feeds) {
    labels.feed(settings, relations, gold, spans, paddedWords, feeds);
  }

  @Override
  public void feedSoftLabels(
      List<SentenceLabels> gold, List<float[]> softLabels, int paddedWords, Feeds feeds) {
    taught.orElseThrow().feed(relations, gold, softLabels, spans, paddedWords, feeds);
  }
}
