package org.relunet.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relunet.graph.parameter.ByteQuantization;
import org.relunet.graph.parameter.Parameter;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;

/**
 * The variables of a SavedModel that {@link ServingModel} wrote. The model may come from a
 * stranger: TensorFlow sees nothing of its files.
 */
public final class StoredVariables {
  private static final int PROBLEMS_SHOWN = 40;

  private final Path directory;
  private final TensorBundle bundle;

  private StoredVariables(Path directory, TensorBundle bundle) {
    this.directory = directory;
    this.bundle = bundle;
  }

  /**
   * Reads what the model holds, not the values.
   *
   * @param directory of {@code saved_model.pb}
   * @throws IllegalArgumentException if the variables' files are malformed
   */
  public static StoredVariables of(Path directory) throws IOException {
    return new StoredVariables(
        directory, TensorBundle.open(directory.resolve("variables").resolve("variables")));
  }

  /** Whether the model holds the parameter's value. */
  public boolean has(Parameter parameter) {
    return bundle.entry(parameter.name()).isPresent();
  }

  /**
   * Reads values.
   *
   * @param parameters that the model must hold, and no others
   * @throws IllegalArgumentException if one is missing, has another shape, is stored and not asked
   *     for, or has a value that is no finite number: the message names the first ones
   */
  public Map<Parameter, float[]> read(List<Parameter> parameters) {
    requireFitting(parameters);
    Map<Parameter, float[]> values = new LinkedHashMap<>();
    parameters.forEach(parameter -> values.put(parameter, values(parameter.name())));
    return values;
  }

  /**
   * All that is stored, whatever network it fits.
   *
   * @return values with their shapes, by the parameters' names
   * @throws IllegalArgumentException if the scales of bytes are missing, or a value is no finite
   *     number
   */
  public Map<String, ShapedValues> all() {
    Set<String> scales =
        bundle.entries().keySet().stream()
            .map(ByteQuantization::scaleName)
            .collect(Collectors.toSet());
    Map<String, ShapedValues> all = new LinkedHashMap<>();
    bundle
        .entries()
        .forEach(
            (name, entry) -> {
              if (!scales.contains(name)) {
                if (lacksScale(name)) {
                  throw new IllegalArgumentException(
                      directory + ": the scales of the bytes of " + name + " are missing");
                }
                all.put(name, new ShapedValues(entry.shape(), values(name)));
              }
            });
    return all;
  }

  private float[] values(String name) {
    TensorBundle.Entry entry = bundle.entry(name).orElseThrow();
    float[] values = new float[entry.size()];
    try {
      ByteBuffer bytes = bundle.bytes(entry);
      switch (entry.type()) {
        case DT_FLOAT -> bytes.asFloatBuffer().get(values);
        case DT_HALF -> HalfPrecision.read(bytes, values);
        default -> ByteQuantization.read(bytes, values(ByteQuantization.scaleName(name)), values);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException(
            directory + ": the stored parameter " + name + " has the value " + value);
      }
    }
    return values;
  }

  /** Whether the name is of bytes without one scale for each index of the last axis. */
  private boolean lacksScale(String name) {
    TensorBundle.Entry entry = bundle.entry(name).orElseThrow();
    if (entry.type() != DataType.DT_UINT8) {
      return false;
    }
    int rank = entry.shape().numDimensions();
    return rank == 0
        || bundle
            .entry(ByteQuantization.scaleName(name))
            .filter(scale -> scale.type() == DataType.DT_FLOAT)
            .filter(scale -> scale.shape().equals(Shape.of(entry.shape().get(rank - 1))))
            .isEmpty();
  }

  private void requireFitting(List<Parameter> parameters) {
    List<String> problems = new ArrayList<>();
    for (Parameter parameter : parameters) {
      String name = parameter.name();
      Shape stored = bundle.entry(name).map(TensorBundle.Entry::shape).orElse(null);
      if (stored == null) {
        problems.add(name + ": missing");
      } else if (!stored.equals(parameter.shape())) {
        problems.add(name + ": expected shape " + parameter.shape() + " but stored is " + stored);
      } else if (lacksScale(name)) {
        problems.add(name + ": the scales of its bytes are missing, or of another shape");
      }
    }
    Set<String> asked =
        parameters.stream()
            .flatMap(p -> Stream.of(p.name(), ByteQuantization.scaleName(p.name())))
            .collect(Collectors.toSet());
    bundle.entries().keySet().stream()
        .filter(name -> !asked.contains(name))
        .forEach(name -> problems.add(name + ": stored, but the network has none of this name"));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          directory
              + ": the stored parameters do not fit the configured network; were its settings"
              + " changed?\n  "
              + String.join("\n  ", problems.subList(0, Math.min(PROBLEMS_SHOWN, problems.size())))
              + (problems.size() > PROBLEMS_SHOWN
                  ? "\n  and " + (problems.size() - PROBLEMS_SHOWN) + " more"
                  : ""));
    }
  }
}
