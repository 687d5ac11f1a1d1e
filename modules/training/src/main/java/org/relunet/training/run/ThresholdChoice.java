package org.relunet.training.run;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.relunet.config.PluginChoice;
import org.relunet.evaluation.score.Evaluation;
import org.relunet.graph.part.ExtractorPart;
import org.relunet.network.TrainingNetwork;
import org.relunet.training.ChosenSettings;
import org.relunet.training.TrainingException;
import org.relunet.training.TrainingRequest;

/**
 * Chooses the extractor's thresholds, where a training asks for it: those with the best F1 on the
 * development data.
 *
 * @param network in training, and then with the weights that are kept
 * @param trials of that network; empty where nothing is to be chosen
 * @param prefix of the extractor's keys: {@code extractor.casrel.}
 */
record ThresholdChoice(
    TrainingNetwork network, Optional<ExtractorPart.Trials> trials, String prefix) {

  /**
   * To be called before a training, whose time is not to be spent in vain.
   *
   * @throws TrainingException if the extractor has no thresholds, but they are to be chosen
   */
  static ThresholdChoice of(TrainingNetwork network, TrainingRequest request) {
    PluginChoice extractor = request.configuration().plugin("extractor");
    String prefix = "extractor." + extractor.name() + ".";
    if (!request.training().chooseThreshold()) {
      return new ThresholdChoice(network, Optional.empty(), prefix);
    }
    Optional<ExtractorPart.Trials> trials = network.buildTrials();
    if (trials.isEmpty()) {
      throw new TrainingException(
          "training.choose-threshold: the extractor "
              + extractor.name()
              + " has no thresholds to choose from; set it to false");
    }
    return new ThresholdChoice(network, trials, prefix);
  }

  /**
   * @param messages told what was chosen, and what it gains
   */
  ChosenSettings choose(DevelopmentScore development, Consumer<String> messages) {
    return trials.map(tried -> choose(tried, development, messages)).orElse(ChosenSettings.NONE);
  }

  private ChosenSettings choose(
      ExtractorPart.Trials tried, DevelopmentScore development, Consumer<String> messages) {
    List<Double> scores = development.of(network, tried).stream().map(ThresholdChoice::f1).toList();
    int best = 0;
    for (int trial = 1; trial < scores.size(); trial++) {
      // where as good, the earlier: nearer to what was asked for
      if (scores.get(trial) > scores.get(best)) {
        best = trial;
      }
    }
    SortedMap<String, String> values = new TreeMap<>();
    tried.settings().get(best).forEach((key, value) -> values.put(prefix + key, value));
    ChosenSettings chosen = new ChosenSettings(values);
    messages.accept(
        values.isEmpty()
            ? "of %d settings of the extractor, none scores better than the configured"
                .formatted(scores.size())
            : "chose %s: F1 %.2f %% in place of %.2f %%"
                .formatted(
                    String.join(", ", chosen.assignments()),
                    100 * scores.get(best),
                    100 * scores.get(0)));
    return chosen;
  }

  private static double f1(Evaluation evaluation) {
    return evaluation.overall().score().f1();
  }
}
