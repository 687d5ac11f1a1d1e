package org.relunet.encoder.transformer.onnx;

import java.util.Optional;
import org.relunet.encoder.transformer.tensor.ElementType;
import org.relunet.encoder.transformer.tensor.TensorShape;

/**
 * A tensor of a model, known to lie within its file.
 *
 * @param type empty where it holds no floating-point numbers
 * @param offset first byte of its numbers, from the start of the file
 * @param length in bytes
 */
record OnnxInitializer(
    String name, Optional<ElementType> type, TensorShape shape, long offset, long length) {}
