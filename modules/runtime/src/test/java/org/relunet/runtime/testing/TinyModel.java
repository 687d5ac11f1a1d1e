package org.relunet.runtime.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relunet.api.syntax.ParsedSentence;
import org.relunet.api.text.Document;
import org.relunet.api.text.Sentence;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.RelationSchema;
import org.relunet.api.triple.WordTriple;
import org.relunet.config.Configuration;
import org.relunet.config.ConfigurationReader;
import org.relunet.graph.loss.LossSettings;
import org.relunet.graph.optimizer.AdamWSettings;
import org.relunet.graph.parameter.Parameter;
import org.relunet.graph.parameter.Parameters;
import org.relunet.graph.part.Feeds;
import org.relunet.model.store.ModelPackageWriter;
import org.relunet.model.store.card.ModelCard;
import org.relunet.model.store.manifest.EncoderBase;
import org.relunet.model.store.provenance.Provenance;
import org.relunet.model.store.provenance.SoftwareVersions;
import org.relunet.network.InferenceNetwork;
import org.relunet.network.LabelledSentence;
import org.relunet.network.NumericSentence;
import org.relunet.network.ServingModel;
import org.relunet.network.SessionSettings;
import org.relunet.network.TrainingNetwork;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.assembly.Assembly;
import org.relunet.runtime.assembly.EncoderBases;
import org.relunet.runtime.configuration.RelunetSchema;
import org.relunet.runtime.plugin.PluginRegistry;
import org.tensorflow.TensorFlow;

/** A model package of few parameters that knows {@link TinyLanguage}, trained once a process. */
public final class TinyModel {
  private static final int STEPS = 120;
  private static final SessionSettings THREADS = new SessionSettings(1, 1);

  private TinyModel() {}

  private static final class Holder {
    static final Path DIRECTORY = write();
  }

  /** The package; not to be changed. */
  public static Path directory() {
    return Holder.DIRECTORY;
  }

  /** The engine of the package, with settings over its own. */
  public static EngineSpecification specification(String... overrides) {
    return new EngineSpecification(directory().toString(), List.of(), List.of(overrides));
  }

  private static String configuration(Path vocabulary) {
    return """
    encoder:
      plugin: transformer
      transformer:
        weights: random
        dropout: 0
        attention-dropout: 0
        random:
          layers: 1
          width: 32
          heads: 2
          intermediate-width: 64
          maximum-pieces: 140
          tokenizer: %s
    network:
      word-forms: true
    relunet:
      core-sizes: [4, 2]
      core-layers: 1
      assignment-hidden: 8
      output-normalization: layer-norm
    extractor:
      plugin: casrel
      casrel:
        object-head: hidden
        object-hidden: 32
    extraction:
      minimum-confidence: 0.25
      passage-words: 1
    session:
      intra-op-threads: 1
    """
        .formatted(vocabulary);
  }

  private static Path write() {
    try {
      Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
      Path root = Files.createTempDirectory(target, "tiny-model");
      Path vocabulary = TinyLanguage.vocabulary(root.resolve("vocabulary"));
      ClassLoader loader = TinyModel.class.getClassLoader();
      PluginRegistry registry = PluginRegistry.load(loader);
      Configuration configuration =
          new ConfigurationReader(RelunetSchema.of(registry, loader))
              .text("tiny model", configuration(vocabulary))
              .read();
      RelationSchema schema = new RelationSchema(TinyLanguage.RELATIONS);
      Assembly assembly = Assembly.of(configuration, registry, schema);
      return write(root.resolve("model"), configuration, assembly, train(assembly));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, float[]> train(Assembly assembly) {
    List<LabelledSentence> examples = new ArrayList<>();
    for (TinyLanguage.Example example : new TinyLanguage().examples(120)) {
      examples.add(labelled(examples.size(), example, assembly));
    }
    try (TrainingNetwork network =
        new TrainingNetwork(
            assembly.parts(),
            new LossSettings(
                0.3,
                0.1,
                LossSettings.Matching.CONTRASTIVE,
                false,
                LossSettings.Similarity.PAPER,
                false,
                0,
                0,
                1,
                0),
            new AdamWSettings(0, 1),
            THREADS)) {
      network.initialize(1);
      for (int step = 0; step < STEPS; step++) {
        int start = step * 24 % examples.size();
        try (Feeds feeds = network.prepare(examples.subList(start, start + 24), Optional.empty())) {
          double rate = 0.01 * (1 - (double) step / STEPS);
          network.step(feeds, rate, rate, step);
        }
      }
      return network.trainedValues();
    }
  }

  private static LabelledSentence labelled(
      int index, TinyLanguage.Example example, Assembly assembly) {
    List<Sentence> sentences = assembly.tokenizer().tokenize(new Document("x", example.text()));
    if (sentences.size() != 1) {
      throw new IllegalStateException("not one sentence: " + example.text());
    }
    Sentence sentence = sentences.get(0);
    RelationSchema schema = assembly.parts().extractor().schema();
    List<WordTriple> triples = new ArrayList<>();
    for (String[] triple : example.triples()) {
      triples.add(
          new WordTriple(
              word(sentence, triple[0]),
              schema.index(triple[1]).orElseThrow(),
              word(sentence, triple[2])));
    }
    return new LabelledSentence(
        index,
        NumericSentence.of(
            new ParsedSentence(sentence, assembly.parser().parse(sentence)),
            assembly.parts().encoder().pieces(sentence.words())),
        triples);
  }

  private static TokenSpan word(Sentence sentence, String text) {
    int index = sentence.words().indexOf(text);
    return new TokenSpan(index, index);
  }

  private static Path write(
      Path target, Configuration configuration, Assembly assembly, Map<String, float[]> values)
      throws IOException {
    RelationSchema schema = assembly.parts().extractor().schema();
    Instant now = Instant.now();
    Provenance provenance =
        new Provenance(
            configuration.toYaml(),
            List.of(),
            1,
            SoftwareVersions.current(TensorFlow.version()),
            now,
            now,
            1,
            1,
            Map.of(),
            Map.of(),
            Map.of(),
            Optional.empty(),
            List.of());
    EncoderBase base = EncoderBases.describe(assembly.parts().encoder().base());
    try (ModelPackageWriter writer = ModelPackageWriter.create(target, "tiny");
        InferenceNetwork network =
            new InferenceNetwork(assembly.parts(), Parameters.Storage.SINGLE, THREADS)) {
      Path vocabulary = Files.createDirectory(writer.directory().resolve("vocabulary"));
      Files.copy(
          target.resolveSibling("vocabulary").resolve("vocab.txt"),
          vocabulary.resolve("vocab.txt"));
      writer
          .configuration(
              configuration
                  .with(List.of("encoder.transformer.random.tokenizer=vocabulary"))
                  .toYaml(RelunetSchema.MODEL_SECTIONS))
          .relations(schema)
          .provenance(provenance)
          .modelCard(new ModelCard("tiny", schema, provenance, Optional.of(base)).toMarkdown())
          .tokenizer(assembly.parts().encoder().tokenizerFiles())
          .encoderBase(base);
      Map<Parameter, float[]> assigned = new HashMap<>();
      network.parameters().forEach(p -> assigned.put(p, values.get(p.name())));
      network.assign(assigned);
      ServingModel.write(network, ServingModel.Extent.TRAINED_PART, writer.savedModelDirectory());
      return writer.commit().directory();
    }
  }
}
