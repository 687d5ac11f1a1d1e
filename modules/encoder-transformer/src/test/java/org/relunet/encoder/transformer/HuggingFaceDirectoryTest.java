package org.relunet.encoder.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relunet.contract.bound.Bounds;
import org.relunet.contract.encoder.EncoderGraph;
import org.relunet.encoder.transformer.tensor.WeightException;
import org.relunet.graph.part.EncoderPart;

/** What happens when a directory's files are damaged or do not belong together. */
class HuggingFaceDirectoryTest {
  @TempDir private Path directory;

  @BeforeEach
  void copyTinyBert() throws IOException {
    for (String name : List.of("config.json", "model.safetensors", "tokenizer.json")) {
      copy(Fixtures.TINY_BERT, name);
    }
  }

  private void copy(Path from, String name) throws IOException {
    Files.copy(from.resolve(name), directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  private void configure(String before, String after) throws IOException {
    Path file = directory.resolve("config.json");
    String text = Files.readString(file);
    assertThat(text).contains(before);
    Files.writeString(file, text.replace(before, after));
  }

  private EncoderPart load() {
    return Fixtures.encoder(Fixtures.settings(directory, FineTuning.FULL, 1));
  }

  private void assertRefused(String... parts) {
    ThrowingCallable loading = () -> new EncoderGraph(load(), 1).close();
    assertThatThrownBy(loading).isInstanceOf(WeightException.class).hasMessageContainingAll(parts);
  }

  private String path(String name) {
    return directory.resolve(name).toString();
  }

  @Test
  void loadsWhatBelongsTogether() {
    assertThat(load().width()).isEqualTo(32);
    assertThat(load().maximumPieces()).isEqualTo(64);
  }

  /** RoBERTa's is changed on the way in: words stand after a blank. The file must say so. */
  @Test
  void givesATokenizerFileThatCutsAsTheEncoderDoes() throws IOException {
    List<String> words = List.of("Alan", "Bean", "unhappily", "\u00e9t\u00e9", ",", "was", "born");
    for (Path model : List.of(Fixtures.TINY_BERT, Fixtures.TINY_ROBERTA)) {
      EncoderPart encoder = Fixtures.encoder(Fixtures.settings(model, FineTuning.FULL, 1));
      try (HuggingFaceTokenizer tokenizer =
          HuggingFaceTokenizer.newInstance(
              new ByteArrayInputStream(encoder.tokenizerFiles().get("tokenizer.json")), Map.of())) {
        Encoding pieces = tokenizer.encode(words.toArray(String[]::new), true, false);
        assertThat(Arrays.stream(pieces.getIds()).mapToInt(Math::toIntExact).toArray())
            .isEqualTo(encoder.pieces(words).ids());
        assertThat(Arrays.stream(pieces.getWordIds()).mapToInt(Math::toIntExact).toArray())
            .isEqualTo(encoder.pieces(words).wordOfPiece());
      }
    }
  }

  @Test
  void takesAVocabularyInPlaceOfATokenizer() throws IOException {
    List<String> words = List.of("Alan", "Bean", "was", "born");
    int[] expected = load().pieces(words).ids();
    Files.delete(directory.resolve("tokenizer.json"));
    copy(Fixtures.TINY_BERT, "vocab.txt");
    assertThat(load().pieces(words).ids()).isEqualTo(expected);
  }

  @Test
  void heedsTheCaseThatTheTokenizersConfigurationNames() throws IOException {
    Files.delete(directory.resolve("tokenizer.json"));
    copy(Fixtures.TINY_BERT, "vocab.txt");
    int[] cased = load().pieces(List.of("Alan")).ids();
    Files.writeString(directory.resolve("tokenizer_config.json"), "{\"do_lower_case\": true}");
    assertThat(load().pieces(List.of("Alan")).ids()).isNotEqualTo(cased);
  }

  @Test
  void countsRobertasPositionsFromPastItsPadding() {
    EncoderPart roberta =
        Fixtures.encoder(Fixtures.settings(Fixtures.TINY_ROBERTA, FineTuning.FULL, 1));
    assertThat(roberta.maximumPieces()).isEqualTo(64);
  }

  @Test
  void namesTheTensorOfALayerThatTheFileLacks() throws IOException {
    configure("\"num_hidden_layers\": 2", "\"num_hidden_layers\": 3");
    assertRefused(path("model.safetensors"), "encoder.layer.2.", "missing");
  }

  @Test
  void namesTheTensorOfAnotherShape() throws IOException {
    configure("\"intermediate_size\": 64", "\"intermediate_size\": 128");
    assertRefused(
        path("model.safetensors"),
        "encoder.layer.0.intermediate.dense.weight",
        "[64, 32]",
        "[128, 32]");
  }

  @Test
  void namesBothSizesOfAVocabularyThatIsNotTheWeights() throws IOException {
    copy(Fixtures.TINY_ROBERTA, "tokenizer.json");
    assertRefused(path("tokenizer.json"), "395 pieces", path("config.json"), "160");
  }

  @Test
  void namesTheEmbeddingsOfAnotherVocabulary() throws IOException {
    copy(Fixtures.TINY_ROBERTA, "tokenizer.json");
    configure("\"vocab_size\": 160", "\"vocab_size\": 395");
    assertRefused(
        path("model.safetensors"), "embeddings.word_embeddings.weight", "[160, 32]", "[395, 32]");
  }

  @Test
  void refusesATruncatedFile() throws IOException {
    byte[] whole = Files.readAllBytes(directory.resolve("model.safetensors"));
    Files.write(directory.resolve("model.safetensors"), Arrays.copyOf(whole, whole.length - 1));
    assertRefused(path("model.safetensors"), "damaged");
  }

  @Test
  void refusesAModelOfAnotherKind() throws IOException {
    configure("\"model_type\": \"bert\"", "\"model_type\": \"gpt2\"");
    assertRefused(path("config.json"), "gpt2", "bert and roberta");
  }

  @Test
  void refusesAnotherActivation() throws IOException {
    configure("\"hidden_act\": \"gelu\"", "\"hidden_act\": \"relu\"");
    assertRefused(path("config.json"), "hidden_act", "relu", "gelu");
  }

  @Test
  void refusesHeadsThatDoNotDivideTheWidth() throws IOException {
    configure("\"num_attention_heads\": 4", "\"num_attention_heads\": 5");
    assertRefused(path("config.json"), "32", "5 attention heads");
  }

  @Test
  void namesAKeyThatIsMissing() throws IOException {
    configure("\"hidden_size\"", "\"hidden_sizes\"");
    assertRefused(path("config.json"), "hidden_size is missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hidden_size",
        "num_hidden_layers",
        "num_attention_heads",
        "intermediate_size",
        "max_position_embeddings",
        "type_vocab_size",
        "vocab_size"
      })
  void refusesSizesOfNoEncoder(String key) throws IOException {
    Path file = directory.resolve("config.json");
    String text = Files.readString(file);
    Files.writeString(
        file, text.replaceFirst("\"" + key + "\": \\d+", "\"" + key + "\": 1000000000"));
    assertThatThrownBy(() -> Bounds.megabytes(32, 10).within(this::load))
        .isInstanceOf(WeightException.class)
        .hasMessageContainingAll(path("config.json"), key + " is 1000000000");
  }

  @Test
  void namesFilesThatAreMissing() throws IOException {
    Files.delete(directory.resolve("tokenizer.json"));
    assertRefused(directory.toString(), "tokenizer.json", "vocab.txt");
    copy(Fixtures.TINY_BERT, "tokenizer.json");
    Files.delete(directory.resolve("model.safetensors"));
    assertRefused(directory.toString(), "model.safetensors", "model.onnx");
    Files.delete(directory.resolve("config.json"));
    assertRefused(path("config.json"), "missing");
  }

  @Test
  void saysWhatIsNoDirectory() {
    assertThatThrownBy(
            () -> Fixtures.encoder(Fixtures.settings("no-such-model", FineTuning.FULL, 1)))
        .isInstanceOf(WeightException.class)
        .hasMessageContainingAll("no-such-model", "no directory", "bge-small-en-v1.5", "random");
  }
}
