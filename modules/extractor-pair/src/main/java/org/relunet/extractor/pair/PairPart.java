package org.relunet.extractor.pair;

import java.util.List;
import java.util.Optional;
import org.relunet.api.triple.RelationSchema;
import org.relunet.graph.part.ExtractorPart;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.tagging.SoftTagLoss;
import org.relunet.graph.tagging.TagLoss;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** The extractor of pairs as a part of the network. */
final class PairPart implements ExtractorPart {
  private final PairSettings settings;
  private final RelationSchema schema;

  PairPart(PairSettings settings, RelationSchema schema) {
    this.settings = settings;
    this.schema = schema;
  }

  @Override
  public RelationSchema schema() {
    return schema;
  }

  @Override
  public Training buildTraining(
      GraphContext context,
      Operand<TFloat32> words,
      Operand<TFloat32> wordMask,
      TagLoss tagLoss,
      SoftTagLoss softTagLoss) {
    GraphContext here = context.within("pair");
    Operand<TFloat32> read = here.dropout(words, settings.dropout());
    return new PairTraining(here, settings, schema.size(), read, wordMask, tagLoss);
  }

  @Override
  public Inference buildInference(
      GraphContext context, Operand<TFloat32> words, Operand<TFloat32> wordMask) {
    return PairInference.build(context.within("pair"), settings, schema.size(), words, wordMask);
  }

  @Override
  public Optional<Trials> buildTrials(
      GraphContext context, Operand<TFloat32> words, Operand<TFloat32> wordMask) {
    List<Thresholds> tried = Thresholds.tried(settings);
    return Optional.of(
        new PairTrials(
            tried,
            FoundTriples.of(
                context.within("pair"),
                settings,
                schema.size(),
                words,
                wordMask,
                Thresholds.lowest(tried))));
  }
}
