package org.relunet.training.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relunet.api.triple.RelationSchema;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.TextTriple;
import org.relunet.evaluation.match.MatchRule;
import org.relunet.evaluation.score.EvaluatedText;
import org.relunet.evaluation.score.Evaluation;
import org.relunet.evaluation.score.Evaluator;
import org.relunet.network.FrozenStates;
import org.relunet.network.LabelledSentence;
import org.relunet.network.TrainingNetwork;
import org.relunet.training.data.DataSet;

/**
 * Scores a network in training on a data set, as {@code relunet evaluate} scores the stored model:
 * what a text's windows say is put together.
 *
 * @param dataSet to score on
 * @param states of its frozen layers, if they are kept
 * @param schema the network's relations
 * @param rule when a triple is right
 * @param minimumConfidence triples below it do not count
 */
record DevelopmentScore(
    DataSet dataSet,
    Optional<FrozenStates> states,
    RelationSchema schema,
    MatchRule rule,
    double minimumConfidence) {
  private static final int BATCH = 32;

  Evaluation of(TrainingNetwork network) {
    Map<AnnotatedText, List<TextTriple>> predicted = new IdentityHashMap<>();
    List<LabelledSentence> byLength = new ArrayList<>(dataSet.labelled());
    byLength.sort(Comparator.comparing(labelled -> labelled.sentence().length()));
    for (int start = 0; start < byLength.size(); start += BATCH) {
      List<LabelledSentence> batch =
          byLength.subList(start, Math.min(byLength.size(), start + BATCH));
      List<List<ScoredTriple>> found = network.extract(batch, states);
      for (int b = 0; b < batch.size(); b++) {
        DataSet.Example example = dataSet.examples().get(batch.get(b).index());
        predicted
            .computeIfAbsent(example.source(), text -> new ArrayList<>())
            .addAll(texts(example, found.get(b)));
      }
    }
    dataSet.unread().forEach(text -> predicted.put(text, List.of()));
    Evaluator evaluator = new Evaluator(rule);
    predicted.forEach(
        (text, triples) ->
            evaluator.add(new EvaluatedText(text.id(), text.textTriples(), triples)));
    return evaluator.evaluation();
  }

  private List<TextTriple> texts(DataSet.Example example, List<ScoredTriple> found) {
    return found.stream()
        .filter(scored -> scored.confidence() >= minimumConfidence)
        .map(scored -> example.text(scored.triple(), schema))
        .toList();
  }
}
