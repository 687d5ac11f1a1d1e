package org.relunet.training.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.relunet.graph.part.ExtractorPart;
import org.relunet.network.SoftLabels;
import org.relunet.training.data.DataSet;
import org.relunet.training.distillation.Teacher;
import org.relunet.training.report.PhaseReport;

/**
 * What a teacher says of the training data, asked for before the pupil's network is built: both at
 * a time would take the memory of both.
 *
 * @param kept empty where nobody teaches
 */
record Lessons(Optional<SoftLabels> kept) implements AutoCloseable {
  /** Nobody teaches. */
  static final Lessons NONE = new Lessons(Optional.empty());

  /**
   * @param pupil the extractor that will learn
   * @param directory where they are kept
   */
  static Lessons of(
      Optional<Teacher> teacher,
      DataSet train,
      ExtractorPart pupil,
      Path directory,
      PhaseReport phases,
      Consumer<String> messages) {
    if (teacher.isEmpty()) {
      return NONE;
    }
    int texts = train.examples().size();
    messages.accept(
        "asking the teacher %s about %d texts, once".formatted(teacher.get().version(), texts));
    try (PhaseReport.Phase phase = phases.begin("asking the teacher", texts)) {
      return new Lessons(
          Optional.of(teacher.get().teach(train, pupil, directory, messages, phase)));
    }
  }

  @Override
  public void close() {
    kept.ifPresent(SoftLabels::close);
  }
}
