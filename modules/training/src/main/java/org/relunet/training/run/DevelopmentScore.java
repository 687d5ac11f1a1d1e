package org.relunet.training.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
 * Scores a network in training on a data set.
 *
 * @param dataSet to score on
 * @param states of its frozen layers, if they are kept
 * @param schema the network's relations
 * @param rule when a triple is right
 */
record DevelopmentScore(
    DataSet dataSet, Optional<FrozenStates> states, RelationSchema schema, MatchRule rule) {
  private static final int BATCH = 32;

  Evaluation of(TrainingNetwork network) {
    Evaluator evaluator = new Evaluator(rule);
    List<LabelledSentence> byLength = new ArrayList<>(dataSet.labelled());
    byLength.sort(Comparator.comparing(labelled -> labelled.sentence().length()));
    for (int start = 0; start < byLength.size(); start += BATCH) {
      List<LabelledSentence> batch =
          byLength.subList(start, Math.min(byLength.size(), start + BATCH));
      List<List<ScoredTriple>> found = network.extract(batch, states);
      for (int b = 0; b < batch.size(); b++) {
        DataSet.Example example = dataSet.examples().get(batch.get(b).index());
        evaluator.add(evaluated(example, found.get(b)));
      }
    }
    for (AnnotatedText unread : dataSet.unread()) {
      evaluator.add(new EvaluatedText(unread.id(), unread.textTriples(), List.of()));
    }
    return evaluator.evaluation();
  }

  private EvaluatedText evaluated(DataSet.Example example, List<ScoredTriple> found) {
    List<TextTriple> predicted =
        found.stream().map(scored -> example.text(scored.triple(), schema)).toList();
    return new EvaluatedText(example.source().id(), example.source().textTriples(), predicted);
  }
}
