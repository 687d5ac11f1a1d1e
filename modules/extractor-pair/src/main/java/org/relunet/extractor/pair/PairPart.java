package org.relunet.extractor.pair;

import java.util.IntSummaryStatistics;
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

/** The extractor of pairs as a part of the network. */
final class PairPart implements ExtractorPart {
  private static final String NAME = "pair";

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
      GraphContext context, ExtractorInput input, TagLoss tagLoss, SoftTagLoss softTagLoss) {
    GraphContext here = context.within(NAME);
    ExtractorInput read = input.withWords(here.dropout(input.words(), settings.dropout()));
    return new PairTraining(here, settings, schema.size(), read, tagLoss, softTagLoss);
  }

  @Override
  public Inference buildInference(GraphContext context, ExtractorInput input) {
    return PairInference.build(context.within(NAME), settings, schema.size(), input);
  }

  @Override
  public Optional<Trials> buildTrials(GraphContext context, ExtractorInput input) {
    List<Thresholds> tried = Thresholds.tried(settings);
    return Optional.of(
        new PairTrials(
            tried,
            FoundTriples.of(
                context.within(NAME), settings, schema.size(), input, Thresholds.lowest(tried))));
  }

  @Override
  public List<TokenSpan> taughtSpans(SentenceLabels labels) {
    return List.copyOf(labels.entitySpans());
  }

  @Override
  public Optional<Teaching> buildTeaching(
      GraphContext context, ExtractorInput input, double temperature) {
    return Optional.of(
        new PairTeaching(context.within(NAME), settings, schema.size(), input, temperature));
  }

  @Override
  public List<String> remarks(List<SentenceLabels> labels) {
    IntSummaryStatistics tooMany =
        labels.stream()
            .mapToInt(sentence -> sentence.entitySpans().size())
            .filter(entities -> entities > settings.candidates())
            .summaryStatistics();
    return tooMany.getCount() == 0
        ? List.of()
        : List.of(
            "%d %s more entities than extractor.pair.candidates, %d, up to %d: training looks at"
                    .formatted(
                        tooMany.getCount(),
                        tooMany.getCount() == 1 ? "text has" : "texts have",
                        settings.candidates(),
                        tooMany.getMax())
                + " all of them, but a trained model at no more than so many of a text");
  }
}
