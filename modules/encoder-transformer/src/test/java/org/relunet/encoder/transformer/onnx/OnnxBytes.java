package org.relunet.encoder.transformer.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes the few messages of an ONNX model that matter here. */
final class OnnxBytes {
  private OnnxBytes() {}

  private interface Body {
    void write(CodedOutputStream out) throws IOException;
  }

  private static byte[] message(Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      body.write(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** ModelProto: a version, the graph, an operator set. */
  static byte[] model(byte[] graph) {
    return message(
        out -> {
          out.writeInt64(1, 8);
          out.writeByteArray(7, graph);
          out.writeByteArray(8, message(set -> set.writeInt64(2, 17)));
        });
  }

  /** GraphProto. */
  static byte[] graph(List<byte[]> nodes, List<byte[]> initializers) {
    return message(
        out -> {
          for (byte[] node : nodes) {
            out.writeByteArray(1, node);
          }
          out.writeString(2, "graph");
          for (byte[] initializer : initializers) {
            out.writeByteArray(5, initializer);
          }
        });
  }

  /** NodeProto. */
  static byte[] node(String operator, String name, String... inputs) {
    return message(
        out -> {
          for (String input : inputs) {
            out.writeString(1, input);
          }
          out.writeString(2, name + "_output");
          out.writeString(3, name);
          out.writeString(4, operator);
        });
  }

  /** TensorProto with raw data. */
  static byte[] raw(String name, int type, byte[] data, long... dimensions) {
    return message(
        out -> {
          for (long dimension : dimensions) {
            out.writeInt64(1, dimension);
          }
          out.writeInt32(2, type);
          out.writeString(8, name);
          out.writeBytes(9, ByteString.copyFrom(data));
        });
  }

  /** TensorProto with packed dimensions and typed data. */
  static byte[] typed(String name, float[] values, long... dimensions) {
    return message(
        out -> {
          out.writeByteArray(
              1,
              message(
                  packed -> {
                    for (long dimension : dimensions) {
                      packed.writeInt64NoTag(dimension);
                    }
                  }));
          out.writeInt32(2, 1);
          out.writeByteArray(
              4,
              message(
                  packed -> {
                    for (float value : values) {
                      packed.writeFloatNoTag(value);
                    }
                  }));
          out.writeString(8, name);
        });
  }

  /** TensorProto whose data is in another file. */
  static byte[] external(String name) {
    return message(
        out -> {
          out.writeInt64(1, 1);
          out.writeInt32(2, 1);
          out.writeString(8, name);
          out.writeInt32(14, 1);
        });
  }
}
