package org.relunet.network;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorShapeProto;

/** Takes from a graph what its outputs need. */
final class GraphPruning {
  /** Between the number of a type and that of references to it: {@code types.proto}. */
  private static final int REFERENCE = 100;

  private GraphPruning() {}

  /**
   * The nodes on which the outputs depend.
   *
   * @param whole the graph
   * @param outputs names of nodes to keep, with all that they need
   * @param cuts tensors that become inputs: a placeholder of the same name stands for each, and
   *     what only it needed is left out
   */
  static GraphDef prune(
      GraphDef whole, Collection<String> outputs, Collection<? extends Operand<?>> cuts) {
    Map<String, NodeDef> byName = new HashMap<>();
    whole.getNodeList().forEach(node -> byName.put(node.getName(), node));
    for (Operand<?> cut : cuts) {
      byName.put(cut.op().name(), placeholder(cut.asOutput()));
    }
    Set<String> kept = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(outputs);
    while (!open.isEmpty()) {
      String name = open.pop();
      if (kept.add(name)) {
        byName.get(name).getInputList().forEach(input -> open.push(node(input)));
      }
    }
    GraphDef.Builder pruned =
        GraphDef.newBuilder().setVersions(whole.getVersions()).setLibrary(whole.getLibrary());
    whole.getNodeList().stream()
        .map(NodeDef::getName)
        .filter(kept::contains)
        .forEach(name -> pruned.addNode(byName.get(name)));
    return pruned.build();
  }

  private static NodeDef placeholder(Output<?> cut) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (long size : cut.shape().asArray()) {
      shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(size));
    }
    return NodeDef.newBuilder()
        .setName(cut.op().name())
        .setOp("Placeholder")
        .putAttr("dtype", AttrValue.newBuilder().setType(value(cut.dataType())).build())
        .putAttr("shape", AttrValue.newBuilder().setShape(shape).build())
        .build();
  }

  /** The type of what a variable holds: its own is a reference, which nothing can be fed. */
  private static DataType value(DataType type) {
    return type.getNumber() < REFERENCE ? type : DataType.forNumber(type.getNumber() - REFERENCE);
  }

  /** The node behind an input: {@code ^node} for control, {@code node:index} for another output. */
  private static String node(String input) {
    String name = input.startsWith("^") ? input.substring(1) : input;
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(0, colon);
  }
}
