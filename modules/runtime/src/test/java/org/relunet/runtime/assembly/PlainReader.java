package org.relunet.runtime.assembly;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * A reader of an exported model as its README asks for: it knows TensorFlow, Hugging Face's
 * tokenizers library, and nothing of ours.
 */
final class PlainReader {
  private static final double THRESHOLD = 0.5;

  private final JsonNode relations;
  private final JsonNode signature;
  private final HuggingFaceTokenizer tokenizer;
  private final SavedModelBundle model;

  private PlainReader(Path export) throws IOException {
    JsonMapper json = new JsonMapper();
    relations = json.readTree(export.resolve("relations.json").toFile()).get("relations");
    signature = json.readTree(export.resolve("signature.json").toFile());
    tokenizer = HuggingFaceTokenizer.newInstance(export.resolve("tokenizer/tokenizer.json"));
    model = SavedModelBundle.load(export.toString());
  }

  /**
   * Prints a line for each triple: number of the sentence, words of the subject, relation, words of
   * the object, confidence.
   *
   * @param arguments directory of the model, and a file with a line for each sentence: its words,
   *     separated by blanks, a tabulator, the index of each word's head, -1 for none
   */
  public static void main(String[] arguments) throws IOException {
    PlainReader reader = new PlainReader(Path.of(arguments[0]));
    int number = 0;
    for (String line : Files.readAllLines(Path.of(arguments[1]))) {
      String[] columns = line.split("\t");
      int[] heads = Arrays.stream(columns[1].split(" ")).mapToInt(Integer::parseInt).toArray();
      for (Map.Entry<String, Double> triple :
          reader.triples(columns[0].split(" "), heads).entrySet()) {
        System.out.println("triple " + number + " " + triple.getKey() + " " + triple.getValue());
      }
      number++;
    }
  }

  private Map<String, Double> triples(String[] words, int[] heads) {
    Map<String, Tensor> known = inputs(words, heads);
    Map<String, Tensor> fed = new HashMap<>();
    for (JsonNode input : signature.get("inputs")) {
      String name = input.get("name").asText();
      Tensor tensor = known.get(name);
      if (!tensor.dataType().name().equals(input.get("type").asText())
          || tensor.shape().numDimensions() != input.get("shape").size()) {
        throw new IllegalStateException(name + " is described as " + input);
      }
      fed.put(name, tensor);
    }
    try (Result result = model.function(signature.get("name").asText()).call(fed)) {
      return decode(
          words.length,
          (TInt32) result.get("subjects").orElseThrow(),
          (TFloat32) result.get("subject_probabilities").orElseThrow(),
          (TFloat32) result.get("object_probabilities").orElseThrow());
    }
  }

  private Map<String, Tensor> inputs(String[] words, int[] heads) {
    Encoding pieces = tokenizer.encode(words, true, false);
    long[] wordOfPiece = pieces.getWordIds();
    int[] ids = Arrays.stream(pieces.getIds()).mapToInt(Math::toIntExact).toArray();
    float[] alignment = new float[words.length * ids.length];
    for (int piece = 0; piece < ids.length; piece++) {
      long word = wordOfPiece[piece];
      if (word >= 0) {
        long count = Arrays.stream(wordOfPiece).filter(other -> other == word).count();
        alignment[(int) word * ids.length + piece] = 1f / count;
      }
    }
    float[] edges = new float[words.length * words.length];
    for (int word = 0; word < words.length; word++) {
      if (heads[word] >= 0) {
        edges[word * words.length + heads[word]] = 1;
        edges[heads[word] * words.length + word] = 1;
      }
    }
    return Map.of(
        "piece_ids", TInt32.tensorOf(Shape.of(1, ids.length), DataBuffers.of(ids)),
        "piece_mask", floats(ones(ids.length), 1, ids.length),
        "alignment", floats(alignment, 1, words.length, ids.length),
        "adjacency", floats(edges, 1, words.length, words.length),
        "word_mask", floats(ones(words.length), 1, words.length),
        "word_forms", floats(forms(words), 1, words.length, 18));
  }

  /** As the description of the signature has it. */
  private static float[] forms(String[] words) {
    float[] forms = new float[words.length * 18];
    for (int word = 0; word < words.length; word++) {
      for (int place = 0; place < 3; place++) {
        int other = word + new int[] {0, -1, 1}[place];
        if (other >= 0 && other < words.length) {
          forms[word * 18 + place * 6 + form(words[other])] = 1;
        }
      }
    }
    return forms;
  }

  private static int form(String word) {
    String letters = word.replaceAll("\\P{L}", "");
    if (letters.isEmpty()) {
      return word.matches(".*\\d.*") ? 4 : 5;
    }
    if (letters.matches("\\P{Lu}+")) {
      return 0;
    }
    if (letters.matches("\\p{Lu}\\P{Lu}*")) {
      return 1;
    }
    return letters.matches("\\p{Lu}+") ? 2 : 3;
  }

  private Map<String, Double> decode(
      int words, TInt32 subjects, TFloat32 ofSubjects, TFloat32 ofObjects) {
    Map<String, Double> triples = new LinkedHashMap<>();
    int count = relations.size();
    for (int k = 0; k < subjects.shape().get(0); k++) {
      for (int first = 0; first < words; first++) {
        for (int relation = 0; relation < count; relation++) {
          if (ofObjects.getFloat(k, first, relation) <= THRESHOLD) {
            continue;
          }
          int last = first;
          while (last < words && ofObjects.getFloat(k, last, count + relation) <= THRESHOLD) {
            last++;
          }
          if (last < words) {
            double product =
                (double) ofSubjects.getFloat(k, 0)
                    * ofSubjects.getFloat(k, 1)
                    * ofObjects.getFloat(k, first, relation)
                    * ofObjects.getFloat(k, last, count + relation);
            triples.put(
                "%d-%d %s %d-%d"
                    .formatted(
                        subjects.getInt(k, 1),
                        subjects.getInt(k, 2),
                        relations.get(relation).asText(),
                        first,
                        last),
                Math.pow(product, 0.25));
          }
        }
      }
    }
    return triples;
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
