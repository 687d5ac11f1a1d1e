package org.relunet.network;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Runs a model in a process with nothing of ours on its class path but this class. */
final class PlainTensorFlow {
  private PlainTensorFlow() {}

  static List<NodeDef> nodes(Path model) throws IOException {
    try (InputStream in = Files.newInputStream(model.resolve("saved_model.pb"))) {
      return SavedModel.parseFrom(in).getMetaGraphs(0).getGraphDef().getNodeList();
    }
  }

  /** The probabilities of objects' tags; the sentence's tree is a chain. */
  static float[] inAnotherProcess(Path model, NumericSentence sentence)
      throws IOException, InterruptedException {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(
                entry ->
                    entry.endsWith("test-classes")
                        || entry.matches(".*(tensorflow|javacpp|ndarray|protobuf).*"))
            .filter(entry -> !entry.contains("relunet-"))
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                classPath,
                PlainTensorFlow.class.getName(),
                model.toString(),
                joined(sentence.pieces().ids()),
                joined(sentence.pieces().wordOfPiece())));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException(output);
    }
    String line = output.lines().filter(l -> l.startsWith("values ")).findFirst().orElseThrow();
    String[] numbers = line.substring("values ".length()).split(" ");
    float[] values = new float[numbers.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.parseFloat(numbers[i]);
    }
    return values;
  }

  private static String joined(int[] numbers) {
    return Arrays.stream(numbers).mapToObj(Integer::toString).collect(Collectors.joining(","));
  }

  private static int[] numbers(String joined) {
    return Arrays.stream(joined.split(",")).mapToInt(Integer::parseInt).toArray();
  }

  /**
   * @param arguments directory of the model, ids of the pieces, and their words
   */
  public static void main(String[] arguments) {
    int[] ids = numbers(arguments[1]);
    int[] wordOfPiece = numbers(arguments[2]);
    int words = 1 + Arrays.stream(wordOfPiece).max().getAsInt();
    float[] alignment = new float[words * ids.length];
    for (int piece = 0; piece < ids.length; piece++) {
      int word = wordOfPiece[piece];
      if (word >= 0) {
        long pieces = IntStream.of(wordOfPiece).filter(other -> other == word).count();
        alignment[word * ids.length + piece] = 1f / pieces;
      }
    }
    float[] edges = new float[words * words];
    for (int word = 1; word < words; word++) {
      edges[word * words + word - 1] = 1;
      edges[(word - 1) * words + word] = 1;
    }
    Map<String, Tensor> inputs =
        Map.of(
            "piece_ids", TInt32.tensorOf(Shape.of(1, ids.length), DataBuffers.of(ids)),
            "piece_mask", floats(ones(ids.length), 1, ids.length),
            "alignment", floats(alignment, 1, words, ids.length),
            "adjacency", floats(edges, 1, words, words),
            "word_mask", floats(ones(words), 1, words));
    try (SavedModelBundle bundle = SavedModelBundle.load(arguments[0]);
        Result result = bundle.function("serving_default").call(inputs)) {
      TFloat32 found = (TFloat32) result.get("object_probabilities").orElseThrow();
      float[] values = new float[(int) found.size()];
      found.asRawTensor().data().asFloats().read(values);
      StringBuilder line = new StringBuilder("values");
      for (float value : values) {
        line.append(' ').append(value);
      }
      System.out.println(line);
    }
  }

  private static float[] ones(int count) {
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static TFloat32 floats(float[] values, long... shape) {
    return TFloat32.tensorOf(Shape.of(shape), DataBuffers.of(values));
  }
}
