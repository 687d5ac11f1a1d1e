package org.relunet.encoder.transformer.savedmodel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relunet.api.bounded.BoundedBytes;
import org.relunet.encoder.transformer.tensor.TensorArchive;
import org.relunet.encoder.transformer.tensor.TensorShape;
import org.relunet.encoder.transformer.tensor.WeightException;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.TensorShapeProto;
import org.tensorflow.types.TFloat32;

/**
 * The variables of a SavedModel in single precision: names and shapes from its graph, which is not
 * loaded, values from its checkpoint through TensorFlow.
 */
public final class SavedModelArchive implements TensorArchive {
  private static final BoundedBytes FILE = new BoundedBytes(64 << 20);
  private static final String GRAPH = "saved_model.pb";
  private static final Set<String> VARIABLES = Set.of("VarHandleOp", "VariableV2", "Variable");

  private final Path directory;
  private final String origin;
  private final Map<String, TensorShape> shapes;

  /**
   * @param directory with {@code saved_model.pb} and {@code variables}
   * @param origin how messages name it
   * @throws WeightException if the graph is missing or damaged
   */
  public SavedModelArchive(Path directory, String origin) {
    this.directory = directory;
    this.origin = origin;
    this.shapes = shapes(directory.resolve(GRAPH), origin);
  }

  private static Map<String, TensorShape> shapes(Path file, String origin) {
    Map<String, TensorShape> shapes = new LinkedHashMap<>();
    try {
      for (MetaGraphDef graph : SavedModel.parseFrom(FILE.read(file)).getMetaGraphsList()) {
        for (NodeDef node : graph.getGraphDef().getNodeList()) {
          if (VARIABLES.contains(node.getOp())
              && node.getAttrOrThrow("dtype").getType() == DataType.DT_FLOAT) {
            shapes.put(node.getName(), shape(node.getAttrOrThrow("shape").getShape()));
          }
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new WeightException(origin + ": " + GRAPH + " cannot be read: " + e.getMessage(), e);
    }
    return shapes;
  }

  private static TensorShape shape(TensorShapeProto shape) {
    return new TensorShape(shape.getDimList().stream().map(TensorShapeProto.Dim::getSize).toList());
  }

  /** Where it lies. */
  public Path directory() {
    return directory;
  }

  @Override
  public String origin() {
    return origin;
  }

  @Override
  public Set<String> names() {
    return shapes.keySet();
  }

  @Override
  public Optional<TensorShape> shape(String name) {
    return Optional.ofNullable(shapes.get(name));
  }

  @Override
  public float[] values(String name) {
    if (!shapes.containsKey(name)) {
      throw new WeightException(origin + ": there is no tensor " + name);
    }
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Operand<?> restored =
          tf.train
              .restore(
                  tf.constant(directory.resolve("variables/variables").toString()),
                  tf.array(name),
                  tf.array(""),
                  List.of(TFloat32.class))
              .tensors()
              .get(0);
      try (Session session = new Session(graph);
          Result result = session.runner().fetch(restored).run()) {
        TFloat32 tensor = (TFloat32) result.get(0);
        if (tensor.size() != shapes.get(name).elements()) {
          throw new WeightException(
              "%s: tensor %s has shape %s, but in the graph %s"
                  .formatted(origin, name, tensor.shape(), shapes.get(name)));
        }
        float[] values = new float[Math.toIntExact(tensor.size())];
        tensor.asRawTensor().data().asFloats().read(values);
        return values;
      }
    } catch (TensorFlowException e) {
      throw new WeightException(
          origin + ": tensor " + name + " cannot be read: " + e.getMessage(), e);
    }
  }
}
