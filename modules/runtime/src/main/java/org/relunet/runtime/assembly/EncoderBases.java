package org.relunet.runtime.assembly;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.relunet.api.plugin.Encoder;
import org.relunet.api.plugin.PretrainedBase;
import org.relunet.model.store.ModelPackage;
import org.relunet.model.store.PackageLayout;
import org.relunet.model.store.manifest.EncoderBase;
import org.relunet.model.store.manifest.FileDigest;
import org.relunet.model.store.manifest.ModelPackageException;
import org.relunet.model.store.manifest.PackagedFile;

/** Ties a model package to the pre-trained files that its encoder needs besides it. */
public final class EncoderBases {
  private EncoderBases() {}

  /** What a package's manifest says of the encoder's files. */
  public static EncoderBase describe(PretrainedBase base) {
    return new EncoderBase(
        base.artifact(),
        base.sha256ByResource().entrySet().stream()
            .map(entry -> new EncoderBase.BaseResource(entry.getKey(), entry.getValue()))
            .toList());
  }

  /**
   * @throws ModelPackageException if the model was trained on other files than the encoder has, or
   *     the package's tokenizer is not the encoder's
   */
  static void requireSame(ModelPackage model, Encoder encoder) {
    requireSameBase(model, encoder.base());
    requireSameTokenizer(model, encoder.tokenizerFiles());
  }

  private static void requireSameBase(ModelPackage model, PretrainedBase present) {
    model
        .encoderBase()
        .filter(needed -> !needed.resources().equals(describe(present).resources()))
        .ifPresent(
            needed -> {
              throw new ModelPackageException(
                  model.directory(),
                  List.of(
                      "it was trained on the encoder "
                          + needed.artifact()
                          + " "
                          + needed.resources()
                          + ", the configured one is "
                          + describe(present).artifact()
                          + " "
                          + describe(present).resources()),
                  "Configure the encoder that the model was trained with (encoder.transformer.weights).");
            });
  }

  /**
   * Sentences are cut by the encoder, not by the package's files: those are for other readers. Were
   * they different, the network would be fed other pieces than it was trained on, or than others
   * feed it. A package of an earlier build has none.
   */
  private static void requireSameTokenizer(ModelPackage model, SortedMap<String, byte[]> present) {
    List<PackagedFile> packaged = model.tokenizerFiles();
    if (packaged.isEmpty()) {
      return;
    }
    SortedMap<String, String> needed = new TreeMap<>();
    packaged.forEach(file -> needed.put(file.path(), file.sha256()));
    SortedMap<String, String> found = new TreeMap<>();
    present.forEach(
        (name, content) ->
            found.put(PackageLayout.TOKENIZER + "/" + name, FileDigest.of(content).sha256()));
    if (!found.equals(needed)) {
      throw new ModelPackageException(
          model.directory(),
          List.of(
              "its piece tokenizer, with the SHA-256 "
                  + needed
                  + ", is not that of the configured encoder, "
                  + found),
          "Somebody has changed the package's tokenizer, which is for other programs and not read"
              + " here, or the configured encoder is not the one that the model was trained with"
              + " (encoder.transformer.weights), or another version of RelU-Net wrote the package.");
    }
  }
}
