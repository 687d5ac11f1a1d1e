package org.relunet.extractor.casrel;

import java.util.List;
import java.util.Optional;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.RelationSchema;
import org.relunet.api.triple.SentenceLabels;
import org.relunet.graph.part.ExtractorInput;
import org.relunet.graph.part.ExtractorPart;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.tagging.SoftTagLoss;
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
      GraphContext context, ExtractorInput input, TagLoss tagLoss, SoftTagLoss softTagLoss) {
    GraphContext here = context.within("casrel");
    Operand<TFloat32> read = here.dropout(input.words(), settings.dropout());
    return CasRelTraining.build(
        here, settings, schema.size(), read, input.wordMask(), tagLoss, softTagLoss);
  }

  @Override
  public Inference buildInference(GraphContext context, ExtractorInput input) {
    return CasRelInference.build(
        context.within("casrel"), settings, schema.size(), input.words(), input.wordMask());
  }

  @Override
  public Optional<Trials> buildTrials(GraphContext context, ExtractorInput input) {
    return Optional.of(
        CasRelTrials.build(
            context.within("casrel"), settings, schema.size(), input.words(), input.wordMask()));
  }

  @Override
  public List<TokenSpan> taughtSpans(SentenceLabels labels) {
    return List.copyOf(TaughtSubjects.of(settings, labels.triples()).keySet());
  }

  @Override
  public Optional<Teaching> buildTeaching(
      GraphContext context, ExtractorInput input, double temperature) {
    return Optional.of(
        CasRelTeaching.build(
            context.within("casrel"), settings, schema.size(), input.words(), temperature));
  }
}
