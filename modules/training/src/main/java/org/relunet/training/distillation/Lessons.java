package org.relunet.training.distillation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.relunet.common.messages.Count;
import org.relunet.graph.part.ExtractorPart;
import org.relunet.network.SoftLabels;
import org.relunet.training.data.DataSet;
import org.relunet.training.report.PhaseReport;

/**
 * What teachers say of the training data, asked for one after the other and before the pupil's
 * network is built: several at a time would take the memory of all.
 *
 * @param kept empty where nobody teaches
 */
public record Lessons(Optional<SoftLabels> kept) implements AutoCloseable {
  /** Nobody teaches. */
  public static final Lessons NONE = new Lessons(Optional.empty());

  /**
   * @param pupil the extractor that will learn
   * @param directory where they are kept
   */
  public static Lessons of(
      List<Teacher> teachers,
      DataSet train,
      ExtractorPart pupil,
      Path directory,
      PhaseReport phases,
      Consumer<String> messages) {
    if (teachers.isEmpty()) {
      return NONE;
    }
    int texts = train.examples().size();
    List<SoftLabels> labels = new ArrayList<>();
    try {
      for (Teacher teacher : teachers) {
        messages.accept(
            "asking the teacher %s about %s, once"
                .formatted(teacher.version(), Count.of(texts, "text")));
        try (PhaseReport.Phase phase = phases.begin("asking the teacher", texts)) {
          labels.add(teacher.teach(train, pupil, directory, messages, phase));
        }
      }
    } catch (RuntimeException e) {
      labels.forEach(SoftLabels::close);
      throw e;
    }
    return new Lessons(Optional.of(SoftLabels.together(labels)));
  }

  @Override
  public void close() {
    kept.ifPresent(SoftLabels::close);
  }
}
