package org.relunet.network;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.ndarray.buffer.layout.DataLayouts;

/**
 * What a teacher thinks of the labels of each sentence of a data set: computed once, and kept on
 * disk in half precision. The file is deleted when closed.
 */
public final class SoftLabels implements AutoCloseable {
  private final KeptRows rows;

  /**
   * @param directory where the file is made; it takes 2 bytes a probability
   */
  SoftLabels(Path directory) {
    rows = new KeptRows("soft labels of the teacher", directory);
  }

  /**
   * @param index of the sentence in its data set
   */
  void keep(int index, float[] probabilities) {
    short[] halves = new short[probabilities.length];
    DataLayouts.FLOAT16.applyTo(DataBuffers.of(halves)).write(probabilities);
    ByteBuffer bytes = KeptRows.buffer(halves.length * Short.BYTES);
    bytes.asShortBuffer().put(halves);
    rows.write(index, bytes);
  }

  /**
   * The soft labels of a batch.
   *
   * @param indices of its sentences in the data set
   * @return for each what the extractor gave, empty for a sentence that the teacher did not read
   */
  List<float[]> of(int[] indices) {
    return Arrays.stream(indices).mapToObj(this::of).toList();
  }

  private float[] of(int index) {
    ByteBuffer bytes = rows.read(index);
    short[] halves = new short[bytes.remaining() / Short.BYTES];
    bytes.asShortBuffer().get(halves);
    float[] probabilities = new float[halves.length];
    DataLayouts.FLOAT16.applyTo(DataBuffers.of(halves)).read(probabilities);
    return probabilities;
  }

  @Override
  public void close() {
    rows.close();
  }
}
