package org.relunet.encoder.transformer.tensor;

import java.util.Optional;
import java.util.Set;

/**
 * Named tensors, indexed when the archive is opened and read one by one when they are asked for.
 * Thread-safe.
 */
public interface TensorArchive {
  /** The file, for messages. */
  String origin();

  /** The names of all tensors, in the order of the file. */
  Set<String> names();

  /** Sizes of the tensor's axes; empty where there is no such tensor. */
  Optional<TensorShape> shape(String name);

  /**
   * The tensor's values in single precision, row-major.
   *
   * @throws WeightException if there is no such tensor, or its numbers are of a type that holds no
   *     weights
   */
  float[] values(String name);
}
