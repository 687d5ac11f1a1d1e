package org.relunet.network;

import java.util.List;

/**
 * An input or output of an exported model.
 *
 * @param name in the signature
 * @param type TensorFlow's name of it, such as {@code DT_FLOAT}
 * @param shape length of each dimension, -1 where any is accepted; empty where nothing is known
 * @param meaning what the numbers stand for
 */
public record TensorDescription(String name, String type, List<Long> shape, String meaning) {
  public TensorDescription {
    shape = List.copyOf(shape);
  }
}
