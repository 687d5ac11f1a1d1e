package org.relunet.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
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
  private static final int BATCH = 32;

  private final FileChannel channel;
  private final long[] offsets;
  private final int width;

  private FrozenStates(FileChannel channel, long[] offsets, int width) {
    this.channel = channel;
    this.offsets = offsets;
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
    long[] offsets = new long[sentences.size() + 1];
    for (int i = 0; i < sentences.size(); i++) {
      offsets[i + 1] = offsets[i] + (long) sentences.get(i).length() * width * Float.BYTES;
    }
    FrozenStates states;
    try {
      states = new FrozenStates(open(directory), offsets, width);
    } catch (IOException e) {
      throw notKept(e);
    }
    try {
      states.fill(graph, boundary, session, sentences, progress);
      return states;
    } catch (IOException e) {
      states.close();
      throw notKept(e);
    } catch (RuntimeException e) {
      states.close();
      throw e;
    }
  }

  private static UncheckedIOException notKept(IOException cause) {
    return new UncheckedIOException("the states of the frozen layers can't be kept", cause);
  }

  /**
   * A file that goes with its channel, where possible at once: not even a kill leaves it behind.
   */
  private static FileChannel open(Path directory) throws IOException {
    return FileChannel.open(
        Files.createTempFile(directory, "frozen-states", ".bin"),
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  /** Sentences of like length run together; the order is always the same, and so are all bits. */
  private void fill(
      InferenceGraph graph,
      Operand<TFloat32> boundary,
      Session session,
      List<NumericSentence> sentences,
      IntConsumer progress)
      throws IOException {
    int[] byLength =
        IntStream.range(0, sentences.size())
            .boxed()
            .sorted(Comparator.comparing(i -> sentences.get(i).length()))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int start = 0; start < byLength.length; start += BATCH) {
      int end = Math.min(byLength.length, start + BATCH);
      List<NumericSentence> batch =
          Arrays.stream(byLength, start, end).mapToObj(sentences::get).toList();
      try (Feeds feeds = graph.feeds(batch);
          Result result = feeds.to(session.runner()).fetch(boundary).run()) {
        write(byLength, start, batch, (TFloat32) result.get(0));
      }
      progress.accept(end);
    }
  }

  private void write(int[] order, int start, List<NumericSentence> batch, TFloat32 states)
      throws IOException {
    int length = NumericSentence.mostPieces(batch);
    var values = states.asRawTensor().data().asFloats();
    for (int b = 0; b < batch.size(); b++) {
      float[] row = new float[batch.get(b).length() * width];
      values.offset((long) b * length * width).read(row);
      ByteBuffer bytes =
          ByteBuffer.allocate(row.length * Float.BYTES).order(ByteOrder.nativeOrder());
      bytes.asFloatBuffer().put(row);
      long position = offsets[order[start + b]];
      while (bytes.hasRemaining()) {
        position += channel.write(bytes, position);
      }
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
    try {
      for (int b = 0; b < indices.length; b++) {
        long start = offsets[indices[b]];
        int size = Math.toIntExact(offsets[indices[b] + 1] - start);
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
        while (bytes.hasRemaining()) {
          if (channel.read(bytes, start + bytes.position()) < 0) {
            throw new IOException("their file was cut short");
          }
        }
        bytes.flip().asFloatBuffer().get(values, b * paddedPieces * width, size / Float.BYTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the states of the frozen layers can't be read", e);
    }
    Shape shape = Shape.of(indices.length, paddedPieces, width);
    for (Operand<TFloat32> boundary : boundaries) {
      feeds.feed(boundary, TFloat32.tensorOf(shape, DataBuffers.of(values)));
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
