/**
 * Weights inside ONNX models: the graph's initialisers, read straight from the protocol buffer.
 *
 * @see <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">format</a>
 */
package org.relunet.encoder.transformer.onnx;
