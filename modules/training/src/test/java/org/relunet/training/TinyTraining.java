package org.relunet.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.relunet.config.Configuration;
import org.relunet.config.ConfigurationReader;
import org.relunet.corpus.TextTriple;
import org.relunet.runtime.configuration.RelunetSchema;
import org.relunet.runtime.plugin.PluginRegistry;
import org.relunet.training.TrainingRequest.Beginning;
import org.relunet.training.run.TrainingRun;

/**
 * Thirty sentences, and a network that learns them by heart in seconds.
 *
 * @param root of the data and the vocabulary
 */
public record TinyTraining(Path root) {
  private static final List<String> PEOPLE =
      List.of("Anna Bell", "Boris Gray", "Clara Stone", "David Hill", "Emma Woods");
  private static final List<String> COMPANIES = List.of("Acme", "Initech", "Globex");
  private static final List<String> CITIES = List.of("Rome", "Paris", "London", "Berlin", "Oslo");

  /** A text with its triples. */
  public record Example(String text, List<TextTriple> triples) {}

  /** Ten sentences of each of three forms. */
  public static List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      String person = PEOPLE.get(i % 5);
      String company = COMPANIES.get(i % 3);
      String city = CITIES.get((i + i / 5) % 5);
      TextTriple born = new TextTriple(person, "bornIn", city);
      TextTriple works = new TextTriple(person, "worksFor", company);
      TextTriple based = new TextTriple(company, "basedIn", city);
      examples.add(new Example(person + " was born in " + city + " .", List.of(born)));
      examples.add(
          new Example(
              "Indeed , " + company + " has its seat in " + city + " today .", List.of(based)));
      examples.add(
          new Example(
              person + " , who was born in " + city + " , works for " + company + " .",
              List.of(born, works)));
    }
    return examples;
  }

  /** More texts of the same words, all different: every person with every city, three forms. */
  public static List<Example> manyExamples() {
    List<Example> examples = new ArrayList<>();
    for (String person : PEOPLE) {
      for (String city : CITIES) {
        String company = COMPANIES.get(examples.size() % 3);
        TextTriple born = new TextTriple(person, "bornIn", city);
        TextTriple works = new TextTriple(person, "worksFor", company);
        examples.add(new Example(person + " was born in " + city + " .", List.of(born)));
        examples.add(
            new Example(
                person + " , who was born in " + city + " , works for " + company + " .",
                List.of(born, works)));
        examples.add(
            new Example(
                "Indeed , " + person + " works for " + company + " in " + city + " today .",
                List.of(works)));
      }
    }
    return examples;
  }

  /** Writes data and vocabulary. */
  public TinyTraining write() throws IOException {
    data(trainFile(), examples());
    TreeSet<String> words = new TreeSet<>();
    for (Example example : examples()) {
      words.addAll(List.of(example.text().toLowerCase().split(" ")));
    }
    List<String> pieces = new ArrayList<>(List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"));
    pieces.addAll(words);
    Files.createDirectories(root.resolve("vocabulary"));
    Files.write(root.resolve("vocabulary/vocab.txt"), pieces);
    return this;
  }

  public Path trainFile() {
    return root.resolve("train.json");
  }

  /** Writes a file in the format {@code triple-list}. */
  public static Path data(Path file, List<Example> examples) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ArrayNode array = json.createArrayNode();
    for (Example example : examples) {
      ObjectNode text = array.addObject().put("text", example.text());
      ArrayNode triples = text.putArray("triple_list");
      example
          .triples()
          .forEach(t -> triples.addArray().add(t.subject()).add(t.relation()).add(t.object()));
    }
    Files.createDirectories(file.getParent());
    json.writeValue(file.toFile(), array);
    return file;
  }

  /** The configuration, with {@code key=value} over it. */
  public Configuration configuration(List<String> overrides) {
    ClassLoader loader = TinyTraining.class.getClassLoader();
    return new ConfigurationReader(RelunetSchema.of(PluginRegistry.load(loader), loader))
        .text("tiny training", yaml())
        .overrides(overrides)
        .read();
  }

  /** The configuration as a file, for the command line. */
  public Path configurationFile() throws IOException {
    return Files.writeString(root.resolve("train.yaml"), yaml());
  }

  private String yaml() {
    return """
    data:
      train: %1$s
      dev: %1$s
      licence: made up for a test
    encoder:
      transformer:
        weights: random
        random:
          layers: 1
          width: 32
          heads: 2
          intermediate-width: 64
          maximum-pieces: 40
          tokenizer: %2$s
    relunet:
      core-sizes: [4, 2]
      core-layers: 1
      assignment-hidden: 8
      output-normalization: layer-norm
    extractor:
      casrel:
        object-head: hidden
        object-hidden: 32
    loss:
      alpha: 0.3
    session:
      intra-op-threads: 1
    training:
      epochs: 8
      batch-size: 4
      encoder-learning-rate: 5e-3
      head-learning-rate: 1e-2
      average-decay: 0.9
      patience: 0
      storage: single
    """
        .formatted(trainFile(), root.resolve("vocabulary"));
  }

  public TrainingRequest request(Path output, boolean resume, String... overrides) {
    return new TrainingRequest(
        configuration(List.of(overrides)),
        output,
        "tiny",
        OptionalLong.empty(),
        resume ? Beginning.RESUME : Beginning.ANEW);
  }

  /** Trains. */
  public TrainingRun.Result train(Path output, String... overrides) throws IOException {
    return run(request(output, false, overrides), new ArrayList<>());
  }

  /** Goes on with a training. */
  public TrainingRun.Result resume(Path output, String... overrides) throws IOException {
    return run(request(output, true, overrides), new ArrayList<>());
  }

  /** Makes a model of what a training has so far. */
  public TrainingRun.Result finish(Path output, String... overrides) throws IOException {
    return run(
        new TrainingRequest(
            configuration(List.of(overrides)),
            output,
            "tiny",
            OptionalLong.empty(),
            Beginning.FINISH),
        new ArrayList<>());
  }

  /**
   * Trains.
   *
   * @param messages filled with what is told
   */
  public static TrainingRun.Result run(TrainingRequest request, List<String> messages)
      throws IOException {
    PluginRegistry registry = PluginRegistry.load(TinyTraining.class.getClassLoader());
    return new TrainingRun(request, registry, messages::add).run();
  }
}
