package org.relunet.training.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.relunet.api.triple.RelationSchema;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.TextTriple;
import org.relunet.evaluation.match.JudgedTriples;
import org.relunet.evaluation.match.MatchRule;
import org.relunet.evaluation.score.EvaluatedText;
import org.relunet.evaluation.score.Evaluation;
import org.relunet.evaluation.score.Evaluator;
import org.relunet.graph.part.ExtractorPart;
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

  /** The score under the settings as they are. */
  Evaluation of(TrainingNetwork network) {
    return evaluation(read(batch -> network.extract(batch, states)));
  }

  /** The scores of all trials, in their order. */
  List<Evaluation> of(TrainingNetwork network, ExtractorPart.Trials trials) {
    List<ExtractorPart.Trials.Reading> readings =
        read(batch -> network.read(trials, batch, states));
    List<Evaluation> evaluations = new ArrayList<>();
    for (int trial = 0; trial < trials.settings().size(); trial++) {
      int index = trial;
      evaluations.add(
          evaluation(readings.stream().map(reading -> reading.triples(index)).toList()));
    }
    return evaluations;
  }

  /** What is read in each example, in the data set's order; those of like length together. */
  private <R> List<R> read(Function<List<LabelledSentence>, List<R>> reader) {
    List<LabelledSentence> byLength = new ArrayList<>(dataSet.labelled());
    byLength.sort(Comparator.comparing(labelled -> labelled.sentence().length()));
    SortedMap<Integer, R> read = new TreeMap<>();
    for (int start = 0; start < byLength.size(); start += BATCH) {
      List<LabelledSentence> batch =
          byLength.subList(start, Math.min(byLength.size(), start + BATCH));
      List<R> found = reader.apply(batch);
      for (int b = 0; b < batch.size(); b++) {
        read.put(batch.get(b).index(), found.get(b));
      }
    }
    return List.copyOf(read.values());
  }

  private Evaluation evaluation(List<List<ScoredTriple>> found) {
    Map<AnnotatedText, List<TextTriple>> predicted = new IdentityHashMap<>();
    for (int i = 0; i < found.size(); i++) {
      DataSet.Example example = dataSet.examples().get(i);
      predicted
          .computeIfAbsent(example.source(), text -> new ArrayList<>())
          .addAll(texts(example, found.get(i)));
    }
    dataSet.unread().forEach(text -> predicted.put(text, List.of()));
    Evaluator evaluator = new Evaluator(rule);
    predicted.forEach(
        (text, triples) ->
            evaluator.add(
                new EvaluatedText(
                    text.id(),
                    text.textTriples(),
                    JudgedTriples.of(rule, text, triples, Function.identity()))));
    return evaluator.evaluation();
  }

  private List<TextTriple> texts(DataSet.Example example, List<ScoredTriple> found) {
    return found.stream()
        .filter(scored -> scored.confidence() >= minimumConfidence)
        .map(scored -> example.text(scored.triple(), schema))
        .toList();
  }
}
