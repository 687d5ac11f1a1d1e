package org.relunet.encoder.transformer.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relunet.encoder.transformer.tensor.ElementType;
import org.relunet.encoder.transformer.tensor.TensorShape;
import org.relunet.encoder.transformer.tensor.WeightException;

/** Reads one TensorProto up to the end of the current message. */
final class OnnxTensorReader {
  private static final int DIMENSIONS = 1;
  private static final int TYPE = 2;
  private static final int FLOATS = 4;
  private static final int NAME = 8;
  private static final int RAW = 9;

  /** Weights have four axes at most. */
  private static final int MOST_DIMENSIONS = 16;

  /** Set where the numbers are in another file. */
  private static final int DATA_LOCATION = 14;

  private static final int TYPE_FLOAT = 1;
  private static final int TYPE_FLOAT16 = 10;
  private static final int TYPE_BFLOAT16 = 16;

  private OnnxTensorReader() {}

  static OnnxInitializer read(String origin, CodedInputStream in) throws IOException {
    List<Long> dimensions = new ArrayList<>();
    String name = "";
    int type = 0;
    long offset = 0;
    long length = 0;
    boolean external = false;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case DIMENSIONS -> dimensions(in, tag, dimensions);
        case TYPE -> type = in.readInt32();
        case NAME -> name = in.readString();
        case DATA_LOCATION -> external = in.readEnum() != 0;
        // Single-precision numbers are always packed and then have the same bytes as raw ones.
        case FLOATS, RAW -> {
          length = in.readRawVarint32();
          offset = in.getTotalBytesRead();
          in.skipRawBytes((int) length);
        }
        default -> ProtoFields.skip(in, tag);
      }
    }
    Optional<ElementType> numbers = numbers(type);
    if (numbers.isPresent() && external) {
      throw new WeightException(
          origin + ": initializer " + name + " is kept in another file, which is not supported");
    }
    return new OnnxInitializer(
        name, numbers, shape(origin, name, dimensions, numbers, length), offset, length);
  }

  private static void dimensions(CodedInputStream in, int tag, List<Long> dimensions)
      throws IOException {
    if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
      dimension(in, dimensions);
      return;
    }
    int outer = in.pushLimit(in.readRawVarint32());
    while (in.getBytesUntilLimit() > 0) {
      dimension(in, dimensions);
    }
    in.popLimit(outer);
  }

  private static void dimension(CodedInputStream in, List<Long> dimensions) throws IOException {
    if (dimensions.size() == MOST_DIMENSIONS) {
      throw new IOException("a tensor of more than " + MOST_DIMENSIONS + " axes");
    }
    dimensions.add(in.readInt64());
  }

  private static Optional<ElementType> numbers(int type) {
    return switch (type) {
      case TYPE_FLOAT -> Optional.of(ElementType.FLOAT32);
      case TYPE_FLOAT16 -> Optional.of(ElementType.FLOAT16);
      case TYPE_BFLOAT16 -> Optional.of(ElementType.BFLOAT16);
      default -> Optional.empty();
    };
  }

  private static TensorShape shape(
      String origin,
      String name,
      List<Long> dimensions,
      Optional<ElementType> numbers,
      long length) {
    TensorShape shape;
    try {
      shape = new TensorShape(dimensions);
    } catch (IllegalArgumentException e) {
      throw new WeightException(origin + ": initializer " + name + ": " + e.getMessage(), e);
    }
    if (numbers.isPresent() && length != (long) shape.elements() * numbers.get().bytes()) {
      throw new WeightException(
          origin
              + ": initializer "
              + name
              + " of shape "
              + shape
              + " has "
              + length
              + " bytes; the file is damaged");
    }
    return shape;
  }
}
