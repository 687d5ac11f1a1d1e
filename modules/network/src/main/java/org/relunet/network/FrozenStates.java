package org.relunet.network;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.relunet.graph.part.Feeds;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/**
 * The output of an encoder's frozen layers, computed once for each sentence of a data set and kept
 * on disk, so that an epoch costs only what is trained. The file is deleted when closed.
 */
public final class FrozenStates implements AutoCloseable {
  private final KeptRows rows;
  private final int width;

  private FrozenStates(KeptRows rows, int width) {
    this.rows = rows;
    this.width = width;
  }

  /**
   * Runs the frozen layers over all sentences.
   *
   * @param directory where the file is made; it takes 4 d bytes a piece
   * @param progress told the number of sentences done
   */
  static FrozenStates compute(
      InferenceGraph graph,
      Operand<TFloat32> boundary,
      Session session,
      int width,
      List<NumericSentence> sentences,
      Path directory,
      IntConsumer progress) {
    FrozenStates states =
        new FrozenStates(new KeptRows("states of the frozen layers", directory), width);
    try {
      states.fill(graph, boundary, session, sentences, progress);
      return states;
    } catch (RuntimeException e) {
      states.close();
      throw e;
    }
  }

  private void fill(
      InferenceGraph graph,
      Operand<TFloat32> boundary,
      Session session,
      List<NumericSentence> sentences,
      IntConsumer progress) {
    int done = 0;
    for (int[] indices : LengthOrder.batches(sentences)) {
      List<NumericSentence> batch = Arrays.stream(indices).mapToObj(sentences::get).toList();
      try (Feeds feeds = graph.feeds(batch);
          Result result = feeds.to(session.runner()).fetch(boundary).run()) {
        write(indices, batch, (TFloat32) result.get(0));
      }
      done += indices.length;
      progress.accept(done);
    }
  }

  private void write(int[] indices, List<NumericSentence> batch, TFloat32 states) {
    int length = NumericSentence.mostPieces(batch);
    var values = states.asRawTensor().data().asFloats();
    for (int b = 0; b < batch.size(); b++) {
      float[] row = new float[batch.get(b).length() * width];
      values.offset((long) b * length * width).read(row);
      ByteBuffer bytes = KeptRows.buffer(row.length * Float.BYTES);
      bytes.asFloatBuffer().put(row);
      rows.write(indices[b], bytes);
    }
  }

  /**
   * Feeds the kept states in place of computing them.
   *
   * @param indices of the batch's sentences in the data set
   * @param paddedPieces L
   */
  void feed(int[] indices, int paddedPieces, List<Operand<TFloat32>> boundaries, Feeds feeds) {
    float[] values = new float[indices.length * paddedPieces * width];
    for (int b = 0; b < indices.length; b++) {
      ByteBuffer bytes = rows.read(indices[b]);
      bytes.asFloatBuffer().get(values, b * paddedPieces * width, bytes.remaining() / Float.BYTES);
    }
    Shape shape = Shape.of(indices.length, paddedPieces, width);
    for (Operand<TFloat32> boundary : boundaries) {
      feeds.feed(boundary, TFloat32.tensorOf(shape, DataBuffers.of(values)));
    }
  }

  @Override
  public void close() {
    rows.close();
  }
}
