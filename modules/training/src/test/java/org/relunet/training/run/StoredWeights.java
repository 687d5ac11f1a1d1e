package org.relunet.training.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.relunet.model.store.ModelPackage;

/** The bytes of a package's weights. */
final class StoredWeights {
  private StoredWeights() {}

  static byte[] of(ModelPackage model) throws IOException {
    Path variables = model.savedModelDirectory().resolve("variables");
    return Files.readAllBytes(variables.resolve("variables.data-00000-of-00001"));
  }
}
