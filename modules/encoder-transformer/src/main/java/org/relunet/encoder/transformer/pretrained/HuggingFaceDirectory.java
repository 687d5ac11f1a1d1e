package org.relunet.encoder.transformer.pretrained;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.relunet.api.bounded.BoundedBytes;
import org.relunet.api.plugin.PretrainedBase;
import org.relunet.encoder.transformer.architecture.TransformerArchitecture;
import org.relunet.encoder.transformer.onnx.OnnxFile;
import org.relunet.encoder.transformer.piece.TokenizerDefinition;
import org.relunet.encoder.transformer.piece.WordPieceVocabulary;
import org.relunet.encoder.transformer.safetensors.SafetensorsFile;
import org.relunet.encoder.transformer.tensor.TensorFile;
import org.relunet.encoder.transformer.tensor.WeightException;
import org.relunet.encoder.transformer.weight.OnnxWeights;
import org.relunet.encoder.transformer.weight.PyTorchWeights;
import org.relunet.encoder.transformer.weight.WeightSource;

/**
 * A BERT or RoBERTa as Hugging Face lays it out: {@code config.json}; {@code model.safetensors}, or
 * {@code model.onnx} or {@code onnx/model.onnx}; {@code tokenizer.json}, or {@code vocab.txt} with
 * or without {@code tokenizer_config.json}.
 */
public final class HuggingFaceDirectory {
  /** Far above that of any vocabulary. */
  private static final BoundedBytes FILE = new BoundedBytes(16 << 20);

  private static final String CONFIGURATION = "config.json";
  private static final String SAFETENSORS = "model.safetensors";
  private static final List<String> ONNX = List.of("model.onnx", "onnx/model.onnx");
  private static final String TOKENIZER = TokenizerDefinition.FILE_NAME;
  private static final String TOKENIZER_CONFIGURATION = "tokenizer_config.json";
  private static final String VOCABULARY = "vocab.txt";

  private final Path directory;

  private HuggingFaceDirectory(Path directory) {
    this.directory = directory;
  }

  /**
   * @throws WeightException if a file is missing or damaged, or the files do not belong together
   * @throws org.relunet.encoder.transformer.piece.TokenizerException if the tokenizer is of no
   *     supported kind
   */
  public static PretrainedEncoder load(Path path) {
    if (!Files.isDirectory(path)) {
      throw new WeightException(
          "encoder weights '"
              + path
              + "': no directory "
              + path.toAbsolutePath()
              + "; known are "
              + BgeSmall.NAME
              + ", "
              + BertBaseCased.NAME
              + ", random, and directories with a model in Hugging Face layout");
    }
    return new HuggingFaceDirectory(path).load();
  }

  /** The files that are read, those that are there. */
  static PretrainedBase base(Path directory) {
    return BaseFiles.files(
        directory,
        List.of(
            CONFIGURATION,
            SAFETENSORS,
            ONNX.get(0),
            ONNX.get(1),
            TOKENIZER,
            TOKENIZER_CONFIGURATION,
            VOCABULARY));
  }

  /** The tokenizer alone. */
  static TokenizerDefinition tokenizer(Path path) {
    return new HuggingFaceDirectory(path).tokenizer();
  }

  private PretrainedEncoder load() {
    Path configuration = directory.resolve(CONFIGURATION);
    return PretrainedEncoder.of(
        architecture(configuration),
        tokenizer(),
        weights(),
        configuration.toString(),
        () -> base(directory));
  }

  private TransformerArchitecture architecture(Path file) {
    if (!Files.exists(file)) {
      throw new WeightException(file + ": is missing");
    }
    try (InputStream content = Files.newInputStream(file)) {
      return ConfigurationFile.read(file.toString(), content);
    } catch (IOException e) {
      throw new WeightException(file + ": cannot be read: " + e, e);
    }
  }

  private WeightSource weights() {
    Path safetensors = directory.resolve(SAFETENSORS);
    if (Files.exists(safetensors)) {
      return new PyTorchWeights(new SafetensorsFile(TensorFile.open(safetensors)));
    }
    return ONNX.stream()
        .map(directory::resolve)
        .filter(Files::exists)
        .findFirst()
        .map(onnx -> new OnnxWeights(new OnnxFile(TensorFile.open(onnx))))
        .orElseThrow(
            () ->
                new WeightException(
                    directory
                        + ": holds neither "
                        + SAFETENSORS
                        + " nor "
                        + ONNX
                        + "; other formats (pytorch_model.bin, shards) are not read: save the"
                        + " model as one safetensors file"));
  }

  private TokenizerDefinition tokenizer() {
    Path definition = directory.resolve(TOKENIZER);
    Path vocabulary = directory.resolve(VOCABULARY);
    try {
      if (Files.exists(definition)) {
        try (InputStream content = Files.newInputStream(definition)) {
          return TokenizerDefinition.read(definition.toString(), content);
        }
      }
      if (Files.exists(vocabulary)) {
        return WordPieceVocabulary.definition(
            vocabulary.toString(), FILE.readText(vocabulary).lines().toList(), lowercase());
      }
    } catch (CharacterCodingException e) {
      throw new WeightException(vocabulary + ": is not UTF-8", e);
    } catch (IOException e) {
      throw new WeightException(directory + ": the tokenizer cannot be read: " + e, e);
    }
    throw new WeightException(directory + ": holds neither " + TOKENIZER + " nor " + VOCABULARY);
  }

  private Optional<Boolean> lowercase() throws IOException {
    Path file = directory.resolve(TOKENIZER_CONFIGURATION);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    JsonNode value = new JsonMapper().readTree(FILE.read(file)).path("do_lower_case");
    return value.isBoolean() ? Optional.of(value.booleanValue()) : Optional.empty();
  }
}
