package org.relunet.extractor.casrel;

import java.util.Optional;
import org.relunet.api.triple.RelationSchema;
import org.relunet.graph.part.ExtractorPart;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.tagging.TagLoss;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** CasRel's taggers as a part of the network (section 3.2 of the paper). */
final class CasRelPart implements ExtractorPart {
  private final CasRelSettings settings;
  private final RelationSchema schema;

  CasRelPart(CasRelSettings settings, RelationSchema schema) {
    this.settings = settings;
    this.schema = schema;
  }

  @Override
  public RelationSchema schema() {
    return schema;
  }

  @Override
  public Training buildTraining(
      GraphContext context, Operand<TFloat32> words, Operand<TFloat32> wordMask, TagLoss tagLoss) {
    GraphContext here = context.within("casrel");
    Operand<TFloat32> read = here.dropout(words, settings.dropout());
    return CasRelTraining.build(here, settings, schema.size(), read, wordMask, tagLoss);
  }

  @Override
  public Inference buildInference(
      GraphContext context, Operand<TFloat32> words, Operand<TFloat32> wordMask) {
    return CasRelInference.build(
        context.within("casrel"), settings, schema.size(), words, wordMask);
  }

  @Override
  public Optional<Trials> buildTrials(
      GraphContext context, Operand<TFloat32> words, Operand<TFloat32> wordMask) {
    return Optional.of(
        CasRelTrials.build(context.within("casrel"), settings, schema.size(), words, wordMask));
  }
}
