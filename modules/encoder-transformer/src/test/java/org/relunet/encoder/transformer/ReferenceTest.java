package org.relunet.encoder.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relunet.api.plugin.PieceSequence;
import org.relunet.contract.encoder.EncoderBatch;
import org.relunet.contract.encoder.EncoderGraph;
import org.relunet.encoder.transformer.onnx.OnnxExport;
import org.relunet.encoder.transformer.safetensors.SafetensorsFile;
import org.relunet.encoder.transformer.tensor.TensorFile;
import org.relunet.graph.part.EncoderPart;

/** Compares the encoders with the outputs of Hugging Face transformers for the same files. */
class ReferenceTest {
  @TempDir static Path directory;

  static Stream<Path> fixtures() {
    return Stream.of(Fixtures.TINY_BERT, Fixtures.TINY_ROBERTA);
  }

  /** Tiny BERT in the other format that weights come in, the default encoder's. */
  private static Path onnx() throws IOException {
    for (String name : List.of("config.json", "tokenizer.json", "expected.json")) {
      Files.copy(Fixtures.TINY_BERT.resolve(name), directory.resolve(name));
    }
    Path weights = Fixtures.TINY_BERT.resolve("model.safetensors");
    OnnxExport.write(
        new SafetensorsFile(TensorFile.open(weights)), directory.resolve("model.onnx"));
    return directory;
  }

  @Test
  void givesTheReferencesWordVectorsFromOnnxToo() throws IOException {
    givesTheReferencesWordVectors(onnx());
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void cutsWordsIntoTheReferencesPieces(Path fixture) {
    EncoderPart encoder = Fixtures.encoder(Fixtures.settings(fixture, FineTuning.FULL, 1));
    for (ReferenceCase expected : ReferenceCase.of(fixture)) {
      PieceSequence pieces = encoder.pieces(expected.words());
      assertThat(pieces.ids()).isEqualTo(expected.ids());
      assertThat(pieces.wordOfPiece())
          .isEqualTo(
              Arrays.stream(expected.wordIds())
                  .mapToInt(word -> word == null ? PieceSequence.NO_WORD : word)
                  .toArray());
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void givesTheReferencesWordVectors(Path fixture) {
    EncoderPart encoder = Fixtures.encoder(Fixtures.settings(fixture, FineTuning.FROZEN, 1));
    List<ReferenceCase> cases = ReferenceCase.of(fixture);
    EncoderBatch batch =
        EncoderBatch.of(cases.stream().map(one -> encoder.pieces(one.words())).toList());
    try (EncoderGraph graph = new EncoderGraph(encoder, 1)) {
      float[][][] words = graph.words(batch);
      float[][][] states = graph.fetch(graph.inference().frozenBoundary().orElseThrow(), batch, 0);
      for (int i = 0; i < cases.size(); i++) {
        assertClose(words[i], cases.get(i).wordMean());
        assertClose(states[i], cases.get(i).lastHiddenState());
      }
    }
  }

  private static void assertClose(float[][] actual, float[][] expected) {
    for (int row = 0; row < expected.length; row++) {
      for (int i = 0; i < expected[row].length; i++) {
        assertThat(actual[row][i])
            .as("row %s, element %s", row, i)
            .isCloseTo(expected[row][i], within(1e-4f));
      }
    }
  }
}
