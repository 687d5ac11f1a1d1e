package org.relunet.training.run;

import java.util.List;
import java.util.stream.Stream;
import org.relunet.api.triple.RelationSchema;
import org.relunet.model.store.manifest.FileDigest;
import org.relunet.model.store.provenance.DataFile;
import org.relunet.runtime.configuration.RelunetSchema;
import org.relunet.training.DataSettings;
import org.relunet.training.TrainingRequest;
import org.relunet.training.TrainingSections;

/** Tells whether a checkpoint belongs to a configuration and its data. */
final class RunFingerprint {
  private static final List<String> SECTIONS =
      Stream.concat(
              RelunetSchema.MODEL_SECTIONS.stream(),
              Stream.of("loss", "session", TrainingSections.TRAINING))
          .toList();

  private RunFingerprint() {}

  /**
   * Hash of everything that the result follows from; where the data files lie is not part of it.
   */
  static String of(TrainingRequest request, List<DataFile> files, RelationSchema schema) {
    DataSettings data = request.data();
    StringBuilder text = new StringBuilder(request.configuration().toYaml(SECTIONS));
    text.append(data.format()).append(data.pretokenized()).append(data.mentions());
    text.append(request.maximumSteps());
    files.forEach(file -> text.append(file.role()).append(file.sha256()).append('\n'));
    text.append(schema);
    return FileDigest.of(text.toString()).sha256();
  }
}
