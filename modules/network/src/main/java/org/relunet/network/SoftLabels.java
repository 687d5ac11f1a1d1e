package org.relunet.network;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.ndarray.buffer.layout.DataLayouts;

/**
 * What teachers think of the labels of each sentence of a data set, on the average: computed once,
 * and kept on disk in half precision. The files are deleted when closed.
 */
public final class SoftLabels implements AutoCloseable {
  private final List<KeptRows> byTeacher;

  private SoftLabels(List<KeptRows> byTeacher) {
    this.byTeacher = byTeacher;
  }

  /**
   * Of one teacher, who has said nothing yet.
   *
   * @param directory where the file is made; it takes 2 bytes a probability
   */
  SoftLabels(Path directory) {
    this(List.of(new KeptRows("soft labels of the teacher", directory)));
  }

  /** Those of several teachers, as one; they are closed with it. */
  public static SoftLabels together(List<SoftLabels> labels) {
    return new SoftLabels(labels.stream().flatMap(some -> some.byTeacher.stream()).toList());
  }

  /**
   * Keeps what the only teacher thinks.
   *
   * @param index of the sentence in its data set
   */
  void keep(int index, float[] probabilities) {
    short[] halves = new short[probabilities.length];
    DataLayouts.FLOAT16.applyTo(DataBuffers.of(halves)).write(probabilities);
    ByteBuffer bytes = KeptRows.buffer(halves.length * Short.BYTES);
    bytes.asShortBuffer().put(halves);
    byTeacher.get(0).write(index, bytes);
  }

  /**
   * The soft labels of a batch.
   *
   * @param indices of its sentences in the data set
   * @return for each the mean of what the teachers that read it gave, empty for a sentence that
   *     none of them read
   */
  List<float[]> of(int[] indices) {
    return Arrays.stream(indices).mapToObj(this::of).toList();
  }

  private float[] of(int index) {
    List<float[]> said =
        byTeacher.stream()
            .map(rows -> probabilities(rows.read(index)))
            .filter(probabilities -> probabilities.length > 0)
            .toList();
    float[] mean = new float[said.isEmpty() ? 0 : said.get(0).length];
    for (float[] probabilities : said) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += probabilities[i] / said.size();
      }
    }
    return mean;
  }

  private static float[] probabilities(ByteBuffer bytes) {
    short[] halves = new short[bytes.remaining() / Short.BYTES];
    bytes.asShortBuffer().get(halves);
    float[] probabilities = new float[halves.length];
    DataLayouts.FLOAT16.applyTo(DataBuffers.of(halves)).read(probabilities);
    return probabilities;
  }

  @Override
  public void close() {
    byTeacher.forEach(KeptRows::close);
  }
}
