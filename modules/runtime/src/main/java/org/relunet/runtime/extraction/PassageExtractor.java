package org.relunet.runtime.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.relunet.api.plugin.Encoder;
import org.relunet.api.plugin.Parser;
import org.relunet.api.syntax.ParsedSentence;
import org.relunet.api.text.Sentence;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.Calibration;
import org.relunet.api.triple.RelationSchema;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.network.InferenceNetwork;
import org.relunet.network.NetworkParts;
import org.relunet.network.NumericSentence;

/**
 * Finds the triples of passages of any length: parse their sentences, cut, batch by length, run the
 * network, and put together what windows of one passage say. On all cores; thread-safe.
 */
public final class PassageExtractor implements AutoCloseable {
  private final Parser parser;
  private final NetworkParts parts;
  private final InferenceNetwork network;
  private final ExtractionSettings settings;

  /**
   * @param network with values in its parameters; closed with this extractor
   */
  public PassageExtractor(
      Parser parser, NetworkParts parts, InferenceNetwork network, ExtractionSettings settings) {
    this.parser = parser;
    this.parts = parts;
    this.network = network;
    this.settings = settings;
  }

  /** The relations that triples speak of. */
  public RelationSchema schema() {
    return parts.extractor().schema();
  }

  /** How words are cut into pieces. */
  Encoder encoder() {
    return parts.encoder();
  }

  /** A window of a passage on its way through the network. */
  private record Reading(int passage, TokenSpan words, NumericSentence numeric) {}

  /**
   * The triples of each passage over its words, all sentences' counted through, each once, in no
   * particular order, with calibrated confidences. Long passages are read in windows. Passages and
   * windows without a letter or digit hold none and are not read.
   *
   * @param passages each of at least one sentence, in the order of the text
   */
  public List<List<ScoredTriple>> extract(List<List<Sentence>> passages) {
    return extract(passages, () -> {});
  }

  /**
   * As {@link #extract(List)}, with a look at the clock between pieces of work.
   *
   * @param checkpoint called often, by several threads; the work ends with what it throws
   */
  List<List<ScoredTriple>> extract(List<List<Sentence>> passages, Runnable checkpoint) {
    return extract(passages, SentenceWindows.of(parts.encoder(), settings), checkpoint);
  }

  /**
   * As {@link #extract(List)}, but whole, as training reads them; only what the encoder can't take
   * at once is read in windows.
   */
  public List<List<ScoredTriple>> extractWhole(List<List<Sentence>> passages) {
    return extract(passages, SentenceWindows.largest(parts.encoder(), settings), () -> {});
  }

  /** What {@link #extract(List)} has the network read: sentences with their trees, in batches. */
  public List<List<NumericSentence>> batches(List<List<Sentence>> passages) {
    return batches(passages, SentenceWindows.of(parts.encoder(), settings), () -> {}).stream()
        .map(PassageExtractor::numeric)
        .toList();
  }

  private List<List<ScoredTriple>> extract(
      List<List<Sentence>> passages, SentenceWindows windows, Runnable checkpoint) {
    List<WindowedTriples> found = new ArrayList<>();
    passages.forEach(passage -> found.add(new WindowedTriples()));
    List<List<Reading>> batches = batches(passages, windows, checkpoint);
    List<List<List<ScoredTriple>>> answers =
        SideBySide.map(
            batches,
            batch -> {
              checkpoint.run();
              return network.extract(numeric(batch));
            });
    for (int i = 0; i < batches.size(); i++) {
      for (int b = 0; b < batches.get(i).size(); b++) {
        Reading reading = batches.get(i).get(b);
        found.get(reading.passage()).add(reading.words(), answers.get(i).get(b));
      }
    }
    Calibration calibration = settings.calibration();
    return found.stream()
        .map(windowed -> windowed.triples().stream().map(calibration::of).toList())
        .toList();
  }

  private List<List<Reading>> batches(
      List<List<Sentence>> passages, SentenceWindows windows, Runnable checkpoint) {
    List<Reading> readings =
        SideBySide.map(
                IntStream.range(0, passages.size()).boxed().toList(),
                p -> {
                  checkpoint.run();
                  return readings(p, passages.get(p), windows);
                })
            .stream()
            .flatMap(List::stream)
            .toList();
    return LengthBatches.of(
        readings,
        reading -> reading.numeric().length(),
        settings.batchSentences(),
        settings.batchPieces());
  }

  private List<Reading> readings(int place, List<Sentence> passage, SentenceWindows windows) {
    if (!Readable.any(passage)) {
      return List.of();
    }
    ParsedSentence parsed = parser.parseTogether(passage);
    return windows.of(parsed.sentence().words()).stream()
        .filter(window -> Readable.any(parsed.sentence().window(window.words())))
        .map(
            window ->
                new Reading(
                    place,
                    window.words(),
                    NumericSentence.of(parsed.window(window.words()), window.pieces())))
        .toList();
  }

  private static List<NumericSentence> numeric(List<Reading> batch) {
    return batch.stream().map(Reading::numeric).toList();
  }

  @Override
  public void close() {
    network.close();
  }
}
