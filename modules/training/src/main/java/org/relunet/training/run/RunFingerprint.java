package org.relunet.training.run;

import java.util.List;
import org.relunet.api.triple.RelationSchema;
import org.relunet.config.Configuration;
import org.relunet.model.store.manifest.FileDigest;
import org.relunet.model.store.provenance.DataFile;

/** Tells whether a checkpoint belongs to a configuration and its data. */
final class RunFingerprint {
  private RunFingerprint() {}

  /** Hash of everything that the result follows from; names of files are not part of it. */
  static String of(Configuration configuration, List<DataFile> files, RelationSchema schema) {
    StringBuilder text = new StringBuilder(configuration.toYaml());
    files.forEach(file -> text.append(file.role()).append(file.sha256()).append('\n'));
    text.append(schema);
    return FileDigest.of(text.toString()).sha256();
  }
}
