package org.relunet.network;

import org.relunet.graph.layer.Dense;
import org.relunet.graph.parameter.Initializer;
import org.relunet.graph.part.EncoderOutput;
import org.relunet.graph.part.ExtractorInput;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.pooling.NodeGraph;
import org.relunet.graph.shape.Shapes;
import org.relunet.graph.unet.RelUNet;
import org.relunet.graph.unet.RelUNetOutput;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Encoder and U-Net in a graph, the same for training and inference.
 *
 * @param encoded E, with the words' forms where these are read
 * @param tree the words' graph, with E at its nodes
 * @param unet H and the core topology
 */
record WordVectors(EncoderOutput encoded, NodeGraph tree, RelUNetOutput unet) {
  static WordVectors build(GraphContext context, NetworkParts parts, NetworkInputs inputs) {
    EncoderOutput encoded = parts.encoder().build(context, inputs.pieces());
    if (parts.settings().wordForms()) {
      encoded =
          new EncoderOutput(withForms(context, encoded.words(), inputs), encoded.frozenBoundary());
    }
    NodeGraph tree = WordEdges.build(context, parts.settings(), inputs, encoded.words());
    return new WordVectors(encoded, tree, new RelUNet(parts.relunet()).build(context, tree));
  }

  /** What an extractor reads. */
  ExtractorInput extractorInput(NetworkInputs inputs) {
    return new ExtractorInput(unet.words(), inputs.wordMask(), unet.coreEdges());
  }

  /** What is added starts at 0: training begins with what the encoder gives. */
  private static Operand<TFloat32> withForms(
      GraphContext context, Operand<TFloat32> words, NetworkInputs inputs) {
    int width = Shapes.width("words", words);
    Operand<TFloat32> forms =
        Dense.withoutBias(
            context, "word_forms", inputs.wordForms(), width, Initializer.zeros()); // [B, N, d]
    return context.tf().math.add(words, forms);
  }
}
