package org.relunet.runtime.assembly;

import java.util.List;
import org.relunet.api.plugin.PretrainedBase;
import org.relunet.model.store.ModelPackage;
import org.relunet.model.store.manifest.EncoderBase;
import org.relunet.model.store.manifest.ModelPackageException;

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
   * @throws ModelPackageException if the model was trained on other files than the encoder has
   */
  static void requireSame(ModelPackage model, PretrainedBase present) {
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
}
