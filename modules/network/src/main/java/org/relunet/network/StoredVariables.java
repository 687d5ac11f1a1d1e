package org.relunet.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relunet.api.bounded.BoundedBytes;
import org.relunet.graph.parameter.ByteQuantization;
import org.relunet.graph.parameter.Parameter;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.TensorShapeProto;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TType;

/** The variables of a SavedModel that {@link ServingModel} wrote. */
public final class StoredVariables {
  private record Stored(DataType type, Shape shape) {}

  /** A graph of twelve layers has a quarter of a megabyte; its values are elsewhere. */
  private static final BoundedBytes GRAPH = new BoundedBytes(16 << 20);

  private final Path directory;
  private final Map<String, Stored> variables = new LinkedHashMap<>();

  private StoredVariables(Path directory) {
    this.directory = directory;
  }

  /**
   * Reads what the model holds, not the values.
   *
   * @param directory of {@code saved_model.pb}
   */
  public static StoredVariables of(Path directory) throws IOException {
    StoredVariables stored = new StoredVariables(directory);
    SavedModel model = SavedModel.parseFrom(GRAPH.read(directory.resolve("saved_model.pb")));
    if (model.getMetaGraphsCount() > 0) {
      for (NodeDef node : model.getMetaGraphs(0).getGraphDef().getNodeList()) {
        if (node.getOp().equals("VariableV2")) {
          stored.variables.put(
              node.getName(),
              new Stored(
                  node.getAttrOrThrow("dtype").getType(),
                  shape(node.getAttrOrThrow("shape").getShape())));
        }
      }
    }
    return stored;
  }

  private static Shape shape(TensorShapeProto shape) {
    return Shape.of(shape.getDimList().stream().mapToLong(TensorShapeProto.Dim::getSize).toArray());
  }

  /** Whether the model holds the parameter's value. */
  public boolean has(Parameter parameter) {
    return variables.containsKey(parameter.name());
  }

  /**
   * Reads values.
   *
   * @param parameters that the model must hold, and no others
   * @throws IllegalArgumentException if one is missing, has another shape, or is stored and not
   *     asked for: the message names all
   */
  public Map<Parameter, float[]> read(List<Parameter> parameters) {
    requireFitting(parameters);
    Map<String, float[]> byName = stored(parameters.stream().map(Parameter::name).toList());
    Map<Parameter, float[]> values = new LinkedHashMap<>();
    parameters.forEach(parameter -> values.put(parameter, byName.get(parameter.name())));
    return values;
  }

  /**
   * All that is stored, whatever network it fits.
   *
   * @return values with their shapes, by the parameters' names
   * @throws IllegalArgumentException if the scales of bytes are missing
   */
  public Map<String, ShapedValues> all() {
    Set<String> scales =
        variables.keySet().stream().map(ByteQuantization::scaleName).collect(Collectors.toSet());
    List<String> names =
        variables.keySet().stream().filter(name -> !scales.contains(name)).toList();
    Map<String, ShapedValues> all = new LinkedHashMap<>();
    requireScales(names);
    stored(names)
        .forEach(
            (name, values) -> all.put(name, new ShapedValues(variables.get(name).shape(), values)));
    return all;
  }

  private Map<String, float[]> stored(List<String> names) {
    Map<String, float[]> values = new LinkedHashMap<>();
    if (names.isEmpty()) {
      return values;
    }
    try (Graph graph = new Graph()) {
      List<Operand<TFloat32>> restored = restored(Ops.create(graph), names);
      try (Session session = new Session(graph)) {
        Session.Runner runner = session.runner();
        restored.forEach(runner::fetch);
        try (Result result = runner.run()) {
          for (int i = 0; i < names.size(); i++) {
            TFloat32 tensor = (TFloat32) result.get(i);
            float[] array = new float[Math.toIntExact(tensor.size())];
            tensor.asRawTensor().data().asFloats().read(array);
            values.put(names.get(i), array);
          }
        }
      }
    }
    return values;
  }

  /** The parameters' values, in their order. */
  private List<Operand<TFloat32>> restored(Ops tf, List<String> names) {
    List<String> read = new ArrayList<>();
    for (String name : names) {
      read.add(name);
      if (inBytes(name)) {
        read.add(ByteQuantization.scaleName(name));
      }
    }
    Map<String, Output<?>> stored = restore(tf, read);
    return names.stream().map(name -> value(tf, name, stored)).toList();
  }

  private Map<String, Output<?>> restore(Ops tf, List<String> names) {
    String[] slices = new String[names.size()];
    Arrays.fill(slices, "");
    List<Class<? extends TType>> types = new ArrayList<>();
    names.forEach(name -> types.add(type(variables.get(name).type())));
    List<Output<?>> tensors =
        tf.train
            .restore(
                tf.constant(directory.resolve("variables").resolve("variables").toString()),
                tf.constant(NdArrays.vectorOfObjects(names.toArray(String[]::new))),
                tf.constant(NdArrays.vectorOfObjects(slices)),
                types)
            .tensors();
    Map<String, Output<?>> byName = new HashMap<>();
    for (int i = 0; i < tensors.size(); i++) {
      byName.put(names.get(i), tensors.get(i));
    }
    return byName;
  }

  @SuppressWarnings("unchecked") // the types are those that the model tells
  private Operand<TFloat32> value(Ops tf, String name, Map<String, Output<?>> stored) {
    Output<?> kept = stored.get(name);
    return switch (variables.get(name).type()) {
      case DT_UINT8 ->
          ByteQuantization.values(
              tf,
              (Output<TUint8>) kept,
              (Output<TFloat32>) stored.get(ByteQuantization.scaleName(name)));
      case DT_HALF -> tf.dtypes.cast((Output<TFloat16>) kept, TFloat32.class);
      default -> (Output<TFloat32>) kept;
    };
  }

  private boolean inBytes(String name) {
    return variables.get(name).type() == DataType.DT_UINT8;
  }

  private boolean lacksScale(String name) {
    return inBytes(name) && !variables.containsKey(ByteQuantization.scaleName(name));
  }

  private void requireScales(List<String> names) {
    List<String> without = names.stream().filter(this::lacksScale).toList();
    if (!without.isEmpty()) {
      throw new IllegalArgumentException(
          directory + ": the scales of the bytes of these are missing: " + without);
    }
  }

  private void requireFitting(List<Parameter> parameters) {
    List<String> problems = new ArrayList<>();
    for (Parameter parameter : parameters) {
      Stored stored = variables.get(parameter.name());
      if (stored == null) {
        problems.add(parameter.name() + ": missing");
      } else if (!stored.shape().equals(parameter.shape())) {
        problems.add(
            parameter.name()
                + ": expected shape "
                + parameter.shape()
                + " but stored is "
                + stored.shape());
      } else if (lacksScale(parameter.name())) {
        problems.add(parameter.name() + ": the scales of its bytes are missing");
      }
    }
    Set<String> asked =
        parameters.stream()
            .flatMap(p -> Stream.of(p.name(), ByteQuantization.scaleName(p.name())))
            .collect(Collectors.toSet());
    variables.keySet().stream()
        .filter(name -> !asked.contains(name))
        .forEach(name -> problems.add(name + ": stored, but the network has none of this name"));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          directory
              + ": the stored parameters do not fit the configured network; were its settings"
              + " changed?\n  "
              + String.join("\n  ", problems));
    }
  }

  private static Class<? extends TType> type(DataType type) {
    return switch (type) {
      case DT_UINT8 -> TUint8.class;
      case DT_HALF -> TFloat16.class;
      default -> TFloat32.class;
    };
  }
}
