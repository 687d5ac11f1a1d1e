package org.relunet.encoder.transformer.graph;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.relunet.api.plugin.PieceSequence;
import org.relunet.api.plugin.PretrainedBase;
import org.relunet.encoder.transformer.architecture.TransformerArchitecture;
import org.relunet.encoder.transformer.piece.PieceTokenizer;
import org.relunet.encoder.transformer.piece.TokenizerDefinition;
import org.relunet.encoder.transformer.weight.WeightSource;
import org.relunet.graph.parameter.ParameterKind;
import org.relunet.graph.part.EncoderOutput;
import org.relunet.graph.part.EncoderPart;
import org.relunet.graph.part.EncoderWork;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.part.PieceInputs;
import org.relunet.graph.shape.Shapes;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * BERT or RoBERTa as an encoder of words: a word's vector is the mean, or whatever the alignment
 * says, of the last hidden states of its pieces.
 */
public final class TransformerEncoderPart implements EncoderPart {
  private final TransformerArchitecture architecture;
  private final WeightSource weights;
  private final PieceTokenizer tokenizer;
  private final Supplier<PretrainedBase> base;
  private final TrainedLayers trained;
  private final Dropout dropout;

  /**
   * @param base the files that all of it was read from
   * @param trained the first trained layer is at most the number of layers
   * @param dropout in trained layers; those below have none, so that their output can be kept
   */
  public TransformerEncoderPart(
      TransformerArchitecture architecture,
      WeightSource weights,
      PieceTokenizer tokenizer,
      Supplier<PretrainedBase> base,
      TrainedLayers trained,
      Dropout dropout) {
    this.architecture = requireNonNull(architecture, "architecture");
    this.weights = requireNonNull(weights, "weights");
    this.tokenizer = requireNonNull(tokenizer, "tokenizer");
    this.base = requireNonNull(base, "base");
    this.trained = requireNonNull(trained, "trained");
    this.dropout = requireNonNull(dropout, "dropout");
    if (trained.firstLayer() > architecture.layers()) {
      throw new IllegalArgumentException(
          "first trained layer " + trained.firstLayer() + " of " + architecture.layers());
    }
  }

  @Override
  public int width() {
    return architecture.width();
  }

  @Override
  public int maximumPieces() {
    return architecture.maximumPieces();
  }

  @Override
  public PretrainedBase base() {
    return base.get();
  }

  @Override
  public PieceSequence pieces(List<String> words) {
    return tokenizer.pieces(words);
  }

  @Override
  public SortedMap<String, byte[]> tokenizerFiles() {
    return new TreeMap<>(Map.of(TokenizerDefinition.FILE_NAME, tokenizer.definition()));
  }

  @Override
  public EncoderOutput build(GraphContext context, PieceInputs inputs) {
    GraphContext here = context.within("encoder");
    Ops tf = here.tf();
    PieceLayout layout = PieceLayout.of(tf, inputs.pieceMask());
    Operand<TFloat32> states =
        embeddings()
            .build(
                here.within("embeddings").belowLayers(architecture.layers()),
                layout,
                inputs.ids()); // [B*L, d]
    Optional<Operand<TFloat32>> boundary = Optional.empty();
    for (int layer = 0; layer <= architecture.layers(); layer++) {
      if (layer == trained.firstLayer() && !trained.embeddings()) {
        Operand<TFloat32> kept = layout.unflatten(tf, states, width()); // [B, L, d]
        boundary = Optional.of(kept);
        states = PieceLayout.flatten(tf, kept, width()); // [B*L, d]
      }
      if (layer < architecture.layers()) {
        GraphContext place =
            here.within("layer_" + layer).belowLayers(architecture.layers() - 1 - layer);
        states = layer(layer).build(place, layout, states); // [B*L, d]
      }
    }
    Operand<TFloat32> words =
        tf.train.batchMatMul(
            inputs.alignment(), layout.unflatten(tf, states, width()), TFloat32.class);
    Shapes.require("words", words, Shapes.ANY, Shapes.ANY, width()); // [B, N, d]
    return new EncoderOutput(words, boundary);
  }

  @Override
  public EncoderWork work(int pieces) {
    double layer = architecture.layerOperations(pieces);
    double changing = layer * (architecture.layers() - trained.firstLayer());
    // matrices that stay need no gradient: half of the backward pass
    return new EncoderWork(
        layer * architecture.layers(), trained.adapter().isPresent() ? changing / 2 : changing);
  }

  private Embeddings embeddings() {
    return trained.embeddings()
        ? new Embeddings(architecture, weights, ParameterKind.ENCODER, dropout)
        : new Embeddings(architecture, weights, ParameterKind.FROZEN, Dropout.NONE);
  }

  private TransformerLayer layer(int layer) {
    boolean changes = layer >= trained.firstLayer();
    return new TransformerLayer(
        architecture,
        new LayerSource(
            weights,
            "encoder.layer." + layer,
            changes && trained.adapter().isEmpty() ? ParameterKind.ENCODER : ParameterKind.FROZEN,
            changes ? trained.adapter() : Optional.empty()),
        changes ? dropout : Dropout.NONE);
  }
}
