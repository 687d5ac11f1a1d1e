package org.relunet.training.run;

import static java.util.stream.Collectors.joining;

import java.util.function.Consumer;
import org.relunet.common.messages.Count;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.check.CorpusCheck;
import org.relunet.corpus.check.CorpusPart;
import org.relunet.network.LabelledSentence;
import org.relunet.runtime.assembly.Assembly;
import org.relunet.training.TrainingException;
import org.relunet.training.TrainingRequest;
import org.relunet.training.data.DataSet;
import org.relunet.training.data.TrainingData;
import org.relunet.training.report.PhaseReport;

/**
 * Texts to data sets, with what was dropped told.
 *
 * @param request of the training
 * @param assembly the plugins it is trained with
 * @param phases shown how far it is
 * @param messages told what is used and what not
 */
record DataPreparation(
    TrainingRequest request, Assembly assembly, PhaseReport phases, Consumer<String> messages) {

  /**
   * @throws TrainingException if nothing is left to train on
   */
  DataSet train(CorpusPart part) {
    String file = part.name();
    TrainingData.Validated read;
    try (PhaseReport.Phase phase = phases.begin("parsing " + file, part.texts().size())) {
      read = TrainingData.train(request.data(), file, part.texts(), assembly, phase);
    }
    DataSet train = report(part, read);
    if (train.examples().isEmpty()) {
      throw new TrainingException(
          file + ": every text is longer than the encoder takes; nothing is left to train on");
    }
    return train;
  }

  DataSet development(CorpusPart part) {
    String file = part.name();
    TrainingData.Validated read;
    try (PhaseReport.Phase phase = phases.begin("parsing " + file, part.texts().size())) {
      read =
          TrainingData.development(
              request.data(), file, part.texts(), assembly, request.extraction(), phase);
    }
    return report(part, read);
  }

  private DataSet report(CorpusPart part, TrainingData.Validated validated) {
    validated.report().lines(CorpusCheck.tellsOffsets(part)).forEach(messages);
    DataSet read = validated.dataSet();
    assembly
        .parts()
        .extractor()
        .remarks(read.labelled().stream().map(LabelledSentence::labels).toList())
        .forEach(remark -> messages.accept("  " + remark));
    if (!read.unread().isEmpty()) {
      messages.accept(
          "  "
              + Count.of(read.unread().size(), "text")
              + " can't be read, having no word or more pieces than the encoder takes: "
              + read.unread().stream().limit(3).map(AnnotatedText::id).collect(joining(", "))
              + (read.unread().size() > 3 ? " ..." : ""));
    }
    return read;
  }
}
