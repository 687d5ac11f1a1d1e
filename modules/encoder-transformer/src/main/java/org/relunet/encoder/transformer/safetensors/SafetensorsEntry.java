package org.relunet.encoder.transformer.safetensors;

import org.relunet.encoder.transformer.tensor.TensorShape;

/**
 * A tensor of a file, known to lie within it.
 *
 * @param offset first byte, from the start of the file
 * @param length in bytes: that of the shape's elements
 */
record SafetensorsEntry(SafetensorsType type, TensorShape shape, long offset, long length) {}
