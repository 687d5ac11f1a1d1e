package org.relunet.encoder.transformer.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;

/** Fields of a protocol buffer that are not looked at. */
final class ProtoFields {
  private ProtoFields() {}

  /**
   * Goes on behind a field.
   *
   * @throws IOException if it is a group. The library follows groups within groups as deep as they
   *     go, which ends the process' stack, and ONNX has none.
   */
  static void skip(CodedInputStream in, int tag) throws IOException {
    int type = WireFormat.getTagWireType(tag);
    if (type == WireFormat.WIRETYPE_START_GROUP || type == WireFormat.WIRETYPE_END_GROUP) {
      throw new IOException(
          "field " + WireFormat.getTagFieldNumber(tag) + " is a group, which ONNX does not have");
    }
    in.skipField(tag);
  }
}
