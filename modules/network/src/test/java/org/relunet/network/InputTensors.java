package org.relunet.network;

import java.util.ArrayList;
import java.util.List;
import org.relunet.graph.part.Feeds;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * What a batch becomes.
 *
 * @param ids [B, L]
 * @param pieceMask [B, L]
 * @param alignment [B, N, L]
 * @param adjacency [B, N, N]
 * @param headEdges [B, N, N], empty where nothing reads them
 * @param headLabels [B, N, D], likewise
 * @param wordMask [B, N]
 * @param wordForms [B, N, 3F]
 */
record InputTensors(
    int[] ids,
    float[] pieceMask,
    float[] alignment,
    float[] adjacency,
    float[] headEdges,
    float[] headLabels,
    float[] wordMask,
    float[] wordForms) {
  static InputTensors of(List<NumericSentence> batch, NetworkSettings settings, boolean selfLoops) {
    try (Graph graph = new Graph();
        Session session = new Session(graph);
        Feeds feeds = new Feeds()) {
      Ops tf = Ops.create(graph);
      NetworkInputs inputs = NetworkInputs.placeholders(tf, settings);
      inputs.feed(batch, settings, selfLoops, feeds);
      Session.Runner runner = feeds.to(session.runner()).fetch(tf.identity(inputs.pieces().ids()));
      List<Operand<?>> floats =
          new ArrayList<>(
              List.of(
                  inputs.pieces().pieceMask(),
                  inputs.pieces().alignment(),
                  inputs.adjacency(),
                  inputs.wordMask(),
                  inputs.wordForms()));
      if (settings.tellsHeads()) {
        floats.addAll(List.of(inputs.headEdges(), inputs.headLabels()));
      }
      for (Operand<?> input : floats) {
        runner.fetch(tf.identity(input));
      }
      try (Result result = runner.run()) {
        TInt32 ids = (TInt32) result.get(0);
        int[] pieces = new int[(int) ids.size()];
        ids.asRawTensor().data().asInts().read(pieces);
        return new InputTensors(
            pieces,
            floats(result, 1),
            floats(result, 2),
            floats(result, 3),
            settings.tellsHeads() ? floats(result, 6) : new float[0],
            settings.tellsHeads() ? floats(result, 7) : new float[0],
            floats(result, 4),
            floats(result, 5));
      }
    }
  }

  private static float[] floats(Result result, int index) {
    TFloat32 tensor = (TFloat32) result.get(index);
    float[] values = new float[(int) tensor.size()];
    tensor.asRawTensor().data().asFloats().read(values);
    return values;
  }
}
