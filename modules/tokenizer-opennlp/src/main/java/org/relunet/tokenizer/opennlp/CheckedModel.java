package org.relunet.tokenizer.opennlp;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.relunet.api.bounded.BoundedZip;
import org.relunet.api.untrusted.ArchiveParts;

/**
 * A model file of whatever origin, written anew from what was understood of it. OpenNLP loads and
 * runs the classes that a model names, compiles its expressions and resolves the entities of its
 * XML, so that it gets none of the file's own bytes but the tables of numbers and names.
 */
final class CheckedModel {
  /** Models of one language have some 50 MB unpacked at most. */
  private static final BoundedZip ARCHIVE = new BoundedZip(512L << 20, 1_000);

  private static final String MANIFEST = "manifest.properties";

  private CheckedModel() {}

  /**
   * The same model, if it is one.
   *
   * @throws IOException if it holds or names what a model may not, or claims sizes that it does not
   *     have; the message names it
   */
  static byte[] rewritten(byte[] model) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    ArchiveParts.read(ARCHIVE, model, (name, content) -> parts.put(name, rewritten(name, content)));
    if (!parts.containsKey(MANIFEST)) {
      throw new IOException("it has no " + MANIFEST);
    }
    return ArchiveParts.write(parts);
  }

  private static byte[] rewritten(String name, byte[] content) throws IOException {
    try {
      if (name.matches("sent\\.model|token\\.model|pos\\.model")) {
        ModelSizes.check(name, content);
        return content; // numbers and names of features, which OpenNLP reads as such
      }
      if (name.equals(MANIFEST)) {
        return ModelManifest.rewritten(content);
      }
      if (name.equals("generator.featuregen")) {
        return FeatureDescriptor.rewritten(content);
      }
      if (name.matches("[A-Za-z0-9_-]+\\.(dictionary|tagdict)")) {
        return ModelDictionary.rewritten(content);
      }
    } catch (IOException e) {
      throw new IOException("its part " + name + " " + e.getMessage(), e);
    }
    throw new IOException(
        "its part " + ArchiveParts.printable(name) + " is none that a model for text needs");
  }

  /** Of a class that a model names and may not. */
  static IOException foreignClass(String name, String use) {
    return new IOException(
        "names the class "
            + ArchiveParts.printable(name)
            + " "
            + use
            + ", which OpenNLP would run, and only OpenNLP's own and those of 'relunet train-parser'"
            + " are allowed; use a model that was made with these");
  }
}
