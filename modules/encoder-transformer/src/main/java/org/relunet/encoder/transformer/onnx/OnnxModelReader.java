package org.relunet.encoder.transformer.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relunet.encoder.transformer.tensor.TensorFile;
import org.relunet.encoder.transformer.tensor.WeightException;

/** Walks over a ModelProto and notes where its initialisers are, without copying any. */
final class OnnxModelReader {
  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int NODE_INPUT = 1;
  private static final int NODE_NAME = 3;
  private static final int NODE_OPERATOR = 4;

  private final TensorFile file;
  private final CodedInputStream in;
  private final Map<String, OnnxInitializer> initializers = new LinkedHashMap<>();

  /** By the initialiser's name, the name of the node that multiplies with it. */
  private final Map<String, String> multipliers = new LinkedHashMap<>();

  private OnnxModelReader(TensorFile file) {
    this.file = file;
    this.in = CodedInputStream.newInstance(file.region(0, file.size()));
  }

  static Map<String, OnnxInitializer> initializers(TensorFile file) {
    OnnxModelReader reader = new OnnxModelReader(file);
    try {
      reader.model();
    } catch (IOException e) {
      throw new WeightException(
          file.origin()
              + ": no ONNX model, or a truncated one; broken at byte "
              + reader.in.getTotalBytesRead()
              + ": "
              + e.getMessage(),
          e);
    }
    if (reader.initializers.isEmpty()) {
      throw new WeightException(file.origin() + ": no ONNX model, or one without weights");
    }
    return reader.named();
  }

  private Map<String, OnnxInitializer> named() {
    Map<String, OnnxInitializer> named = new LinkedHashMap<>();
    for (OnnxInitializer initializer : initializers.values()) {
      String name = initializer.name();
      named.put(
          name.startsWith("onnx::") ? multipliers.getOrDefault(name, name) : name, initializer);
    }
    return Collections.unmodifiableMap(named);
  }

  private void model() throws IOException {
    // Without it, a nested message may claim to go on beyond the end of the file.
    in.pushLimit((int) file.size());
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) == MODEL_GRAPH) {
        nested(this::graph);
      } else {
        ProtoFields.skip(in, tag);
      }
    }
  }

  private void graph() throws IOException {
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case GRAPH_NODE -> nested(this::node);
        case GRAPH_INITIALIZER -> nested(this::initializer);
        default -> ProtoFields.skip(in, tag);
      }
    }
  }

  private void node() throws IOException {
    List<String> inputs = new ArrayList<>();
    String name = "";
    String operator = "";
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case NODE_INPUT -> inputs.add(in.readString());
        case NODE_NAME -> name = in.readString();
        case NODE_OPERATOR -> operator = in.readString();
        default -> ProtoFields.skip(in, tag);
      }
    }
    if (operator.equals("MatMul")) {
      for (String input : inputs) {
        multipliers.put(input, name);
      }
    }
  }

  private void initializer() throws IOException {
    OnnxInitializer read = OnnxTensorReader.read(file.origin(), in);
    initializers.put(read.name(), read);
  }

  private interface Message {
    void read() throws IOException;
  }

  private void nested(Message message) throws IOException {
    int outer = in.pushLimit(in.readRawVarint32());
    message.read();
    in.checkLastTagWas(0);
    in.popLimit(outer);
  }
}
