package org.relunet.training.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.relunet.api.text.Document;
import org.relunet.api.text.Sentence;
import org.relunet.config.Configuration;
import org.relunet.graph.loss.LossSettings;
import org.relunet.graph.part.EncoderWork;
import org.relunet.network.InferenceNetwork;
import org.relunet.network.LabelledSentence;
import org.relunet.network.NumericSentence;
import org.relunet.network.ReadWords;
import org.relunet.network.SessionSettings;
import org.relunet.network.TrainingNetwork;
import org.relunet.runtime.TripleEngine;
import org.relunet.runtime.assembly.Assembly;
import org.relunet.runtime.extraction.ExtractionSettings;
import org.relunet.runtime.extraction.NetworkTripleEngine;
import org.relunet.runtime.extraction.PassageExtractor;
import org.relunet.runtime.extraction.PassageReader;
import org.relunet.runtime.extraction.SideBySide;
import org.relunet.training.TrainingSections;
import org.relunet.training.TrainingSettings;
import org.relunet.training.batch.BatchPlan;
import org.relunet.training.batch.Padding;
import org.relunet.training.batch.PreparedBatches;

/**
 * Times the network and the pipeline round it on real texts. In each round everything runs once, so
 * that a machine that gets slower meanwhile slows all of it alike.
 */
public final class Benchmark {
  private static final int TEXTS_ALONE = 100;

  private final Configuration configuration;
  private final Assembly assembly;
  private final InferenceNetwork network;
  private final int rounds;
  private final Consumer<String> messages;

  /**
   * @param configuration of a training
   * @param network of the assembly, with values; closed by nobody here
   * @param rounds at least 1
   * @param messages told what is done, line by line
   */
  public Benchmark(
      Configuration configuration,
      Assembly assembly,
      InferenceNetwork network,
      int rounds,
      Consumer<String> messages) {
    this.configuration = configuration;
    this.assembly = assembly;
    this.network = network;
    this.rounds = rounds;
    this.messages = messages;
  }

  private enum Part {
    CEILING,
    FORWARD,
    NETWORK,
    EXTRACTOR,
    TOKENIZE,
    PARSE,
    PIPELINE,
    TRAINING
  }

  /**
   * Measures.
   *
   * @param texts to find triples in
   * @param labelled to train on: batches of about as many as the texts, out of a plan for all of
   *     them, since the more there are the less is padding
   */
  public BenchmarkReport run(List<String> texts, List<LabelledSentence> labelled) {
    ExtractionSettings extraction = configuration.section("extraction", ExtractionSettings.class);
    SessionSettings threads = configuration.section("session", SessionSettings.class);
    List<Document> documents = texts.stream().map(text -> new Document("benchmark", text)).toList();
    PassageReader reader =
        new PassageReader(
            assembly.tokenizer(), assembly.parts().encoder(), extraction.passageWords());
    // closing it would close the network, which is the caller's
    PassageExtractor extractor =
        new PassageExtractor(assembly.parser(), assembly.parts(), network, extraction);
    TripleEngine engine =
        new NetworkTripleEngine(assembly.tokenizer(), extractor, extraction, "benchmark");
    List<List<Sentence>> passages = passages(reader, documents);
    List<List<NumericSentence>> batches = extractor.batches(passages);
    messages.accept("building the training network");
    try (MatrixCeiling ceiling = new MatrixCeiling(threads);
        Words words = new Words(batches.stream().map(network::readWords).toList());
        Steps steps = new Steps(labelled, texts.size(), threads)) {
      Map<Part, Runnable> parts = new LinkedHashMap<>();
      parts.put(Part.CEILING, ceiling::run);
      parts.put(Part.FORWARD, () -> SideBySide.map(batches, this::encode));
      parts.put(Part.PIPELINE, () -> engine.extract(documents));
      parts.put(Part.NETWORK, () -> SideBySide.map(batches, network::extract));
      parts.put(Part.EXTRACTOR, () -> SideBySide.map(words.kept(), network::extract));
      parts.put(Part.TOKENIZE, () -> passages(reader, documents));
      parts.put(Part.PARSE, () -> extractor.batches(passages));
      parts.put(Part.TRAINING, steps::run);
      messages.accept("warming up");
      parts.values().forEach(Runnable::run);
      Map<Part, double[]> seconds = new LinkedHashMap<>();
      for (int round = 0; round < rounds; round++) {
        messages.accept("round " + (round + 1) + " of " + rounds);
        for (Map.Entry<Part, Runnable> part : parts.entrySet()) {
          seconds.computeIfAbsent(part.getKey(), absent -> new double[rounds])[round] =
              seconds(part.getValue());
        }
      }
      messages.accept("texts one by one");
      double[] alone = alone(engine, documents);
      return report(batches, steps, ceiling.operations(), triples(words), seconds, alone);
    }
  }

  private BenchmarkReport report(
      List<List<NumericSentence>> batches,
      Steps steps,
      double ceilingOperations,
      long triples,
      Map<Part, double[]> seconds,
      double[] alone) {
    int sentences = batches.stream().mapToInt(List::size).sum();
    ToDoubleFunction<Part> rate = part -> sentences / median(seconds.get(part));
    double forwardOperations =
        batches.stream()
            .flatMap(List::stream)
            .mapToDouble(sentence -> assembly.parts().encoder().work(sentence.length()).all())
            .sum();
    double[] ceilings = ratios(ceilingOperations, seconds.get(Part.CEILING));
    double[] forwards = ratios(forwardOperations, seconds.get(Part.FORWARD));
    double[] trainings = ratios(steps.work().trainingStep(), seconds.get(Part.TRAINING));
    return new BenchmarkReport(
        sentences,
        paddedShare(batches),
        median(ceilings),
        rate.applyAsDouble(Part.FORWARD),
        median(quotients(forwards, ceilings)),
        rate.applyAsDouble(Part.NETWORK),
        rate.applyAsDouble(Part.EXTRACTOR),
        median(quotients(seconds.get(Part.EXTRACTOR), seconds.get(Part.FORWARD))),
        assembly.parts().extractor().schema().size(),
        (double) triples / sentences,
        steps.sentences() / median(seconds.get(Part.TRAINING)),
        steps.paddedShare(),
        median(quotients(trainings, ceilings)),
        rate.applyAsDouble(Part.TOKENIZE),
        rate.applyAsDouble(Part.PARSE),
        rate.applyAsDouble(Part.PIPELINE),
        median(quotients(seconds.get(Part.FORWARD), seconds.get(Part.PIPELINE))),
        alone[alone.length / 2],
        alone[Math.min(alone.length - 1, alone.length * 99 / 100)]);
  }

  /** The batches as the extractor reads them. */
  private record Words(List<ReadWords> kept) implements AutoCloseable {
    @Override
    public void close() {
      kept.forEach(ReadWords::close);
    }
  }

  private long triples(Words words) {
    return words.kept().stream()
        .flatMap(batch -> network.extract(batch).stream())
        .mapToLong(List::size)
        .sum();
  }

  /** A few updates on batches as training forms them, all layers computed. */
  private final class Steps implements AutoCloseable {
    private final List<List<LabelledSentence>> batches;
    private final TrainingNetwork training;

    Steps(List<LabelledSentence> labelled, int most, SessionSettings threads) {
      TrainingSettings settings =
          configuration.section(TrainingSections.TRAINING, TrainingSettings.class);
      int size = settings.batchSize();
      int[] lengths = labelled.stream().mapToInt(one -> one.sentence().length()).toArray();
      batches =
          BatchPlan.of(lengths, size, 1, 1).batches().stream()
              .limit((most + size - 1) / size)
              .map(batch -> Arrays.stream(batch).mapToObj(labelled::get).toList())
              .toList();
      training =
          new TrainingNetwork(
              assembly.parts(),
              configuration.section("loss", LossSettings.class),
              settings.optimizer(),
              threads);
      training.initialize(1);
    }

    void run() {
      try (PreparedBatches prepared =
          new PreparedBatches(
              batch -> training.prepare(batch, Optional.empty()), batches.iterator())) {
        while (prepared.hasNext()) {
          try (PreparedBatches.Prepared batch = prepared.next()) {
            training.step(batch.feeds(), 1e-6, 1e-6, 1);
          }
        }
      }
    }

    double paddedShare() {
      return Benchmark.paddedShare(
          batches.stream()
              .map(batch -> batch.stream().map(LabelledSentence::sentence).toList())
              .toList());
    }

    int sentences() {
      return batches.stream().mapToInt(List::size).sum();
    }

    EncoderWork work() {
      return batches.stream()
          .flatMap(List::stream)
          .map(one -> assembly.parts().encoder().work(one.sentence().length()))
          .reduce(new EncoderWork(0, 0), EncoderWork::plus);
    }

    @Override
    public void close() {
      training.close();
    }
  }

  private int encode(List<NumericSentence> batch) {
    network.encode(batch);
    return batch.size();
  }

  private static List<List<Sentence>> passages(PassageReader reader, List<Document> documents) {
    List<List<Sentence>> passages = new ArrayList<>();
    documents.forEach(document -> reader.read(document, passages::add));
    return passages;
  }

  /** Milliseconds of single texts, ascending. */
  private static double[] alone(TripleEngine engine, List<Document> documents) {
    return documents.stream()
        .limit(TEXTS_ALONE)
        .mapToDouble(document -> 1e3 * seconds(() -> engine.extract(List.of(document))))
        .sorted()
        .toArray();
  }

  private static double paddedShare(List<List<NumericSentence>> batches) {
    return Padding.share(
        batches.stream().map(batch -> batch.stream().mapToInt(NumericSentence::length).toArray()));
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static double[] ratios(double dividend, double[] divisors) {
    return Arrays.stream(divisors).map(divisor -> dividend / divisor).toArray();
  }

  private static double[] quotients(double[] dividends, double[] divisors) {
    double[] quotients = new double[dividends.length];
    for (int i = 0; i < quotients.length; i++) {
      quotients[i] = dividends[i] / divisors[i];
    }
    return quotients;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
