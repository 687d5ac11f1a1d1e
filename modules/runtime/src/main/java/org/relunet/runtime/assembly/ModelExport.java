package org.relunet.runtime.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.relunet.model.store.ModelPackage;
import org.relunet.model.store.PackageLayout;
import org.relunet.model.store.json.StrictJson;
import org.relunet.network.InferenceNetwork;
import org.relunet.network.ServingModel;
import org.relunet.network.ServingSignature;

/**
 * Writes a model for readers who have TensorFlow and nothing of ours: the complete SavedModel, and
 * beside it what tells how to feed it and what it gives. TensorFlow leaves the other files alone.
 */
final class ModelExport {
  /** The signature as JSON: a {@link ServingSignature}. */
  static final String SIGNATURE = "signature.json";

  /** For people. */
  static final String README = "README.md";

  private ModelExport() {}

  /**
   * @param network of the model, with its values
   * @param directory to be made
   */
  static void write(ModelLoader.Loaded loaded, InferenceNetwork network, Path directory)
      throws IOException {
    ServingModel.write(network, ServingModel.Extent.SELF_CONTAINED, directory);
    ServingSignature signature = ServingSignature.of(network, directory);
    ModelPackage model = loaded.model();
    Path tokenizer = Files.createDirectory(directory.resolve(PackageLayout.TOKENIZER));
    Map<String, byte[]> files = loaded.assembly().parts().encoder().tokenizerFiles();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(tokenizer.resolve(file.getKey()), file.getValue());
    }
    Files.copy(model.relationsFile(), directory.resolve(PackageLayout.RELATIONS));
    // the licence of the data goes where the model goes
    Files.copy(model.modelCardFile(), directory.resolve(PackageLayout.MODEL_CARD));
    Files.writeString(directory.resolve(SIGNATURE), StrictJson.write(signature));
    Files.writeString(
        directory.resolve(README),
        new ExportReadme(
                model.version(),
                loaded.configuration().plugin("tokenizer").name(),
                loaded.configuration().plugin("parser").name(),
                loaded.assembly().parts().encoder().base().artifact(),
                files.keySet(),
                signature)
            .toMarkdown());
  }
}
