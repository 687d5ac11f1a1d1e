package org.relunet.parser.training;

import java.io.IOException;
import java.util.List;
import opennlp.tools.ml.perceptron.PerceptronTrainer;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSSample;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.relunet.parser.conllu.ConlluSentence;
import org.relunet.tokenizer.opennlp.UniversalTaggerFactory;

/** Trains OpenNLP's averaged perceptron on a treebank's universal parts of speech. */
final class TaggerTraining {
  static final int ITERATIONS = 60;
  static final int CUTOFF = 1;
  private static final String LANGUAGE = "en";

  private TaggerTraining() {}

  static POSModel train(List<ConlluSentence> sentences) throws IOException {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, PerceptronTrainer.PERCEPTRON_VALUE);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
    parameters.put(TrainingParameters.CUTOFF_PARAM, CUTOFF);
    POSSample[] samples =
        sentences.stream()
            .map(sentence -> new POSSample(sentence.forms(), sentence.tags()))
            .toArray(POSSample[]::new);
    return POSTaggerME.train(
        LANGUAGE,
        ObjectStreamUtils.createObjectStream(samples),
        parameters,
        new UniversalTaggerFactory());
  }
}
