package org.relunet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.relunet.config.ConfigurationReader;
import org.relunet.corpus.format.CorpusFile;
import org.relunet.corpus.format.CorpusFormat;
import org.relunet.corpus.format.CorpusReader;
import org.relunet.corpus.format.OffsetUnit;
import org.relunet.runtime.assembly.ModelLoader;
import org.relunet.training.DataSettings;
import org.relunet.training.TrainingSections;
import org.relunet.training.evaluation.Reading;

/**
 * The annotated texts of an evaluation, and how they are to be read.
 *
 * @param file that was read
 * @param pretokenized whether white space separates the words, if this job says so itself
 */
record EvaluationTexts(CorpusFile file, Optional<Boolean> pretokenized) {

  /**
   * @param job what it says itself, without a model's configuration
   * @throws org.relunet.corpus.CorpusException if a record can't be read
   */
  static EvaluationTexts read(Path data, ConfigurationReader job) throws IOException {
    CorpusFormat format =
        job.given(TrainingSections.DATA, "format", CorpusFormat.class).orElse(CorpusFormat.AUTO);
    OffsetUnit offsets =
        job.given(TrainingSections.DATA, "offsets", OffsetUnit.class)
            .orElse(OffsetUnit.CODE_POINTS);
    return new EvaluationTexts(
        new CorpusReader(format, offsets).readFile(data),
        job.given(TrainingSections.DATA, "pretokenized", Boolean.class));
  }

  /**
   * How whole texts are read: as this job says; else the own format is raw text, and of the others
   * the model knows more than this command.
   */
  Reading wholeTexts(ModelLoader.Loaded model) {
    boolean separated =
        pretokenized.orElseGet(
            () -> file.format() != CorpusFormat.RELUNET && trainedOnSeparatedWords(model));
    return separated ? Reading.SEPARATED_WORDS : Reading.RAW_TEXT;
  }

  private static boolean trainedOnSeparatedWords(ModelLoader.Loaded model) {
    return model
        .trainingConfiguration()
        .section(TrainingSections.DATA, DataSettings.class)
        .pretokenized();
  }
}
