package org.relunet.runtime.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.relunet.api.plugin.Parser;
import org.relunet.api.syntax.ParsedSentence;
import org.relunet.api.text.Sentence;
import org.relunet.api.triple.RelationSchema;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.api.triple.WordTriple;
import org.relunet.network.InferenceNetwork;
import org.relunet.network.NetworkParts;
import org.relunet.network.NumericSentence;

/**
 * Finds the triples of passages of any length: parse their sentences, cut, batch by length, run the
 * network, and put together what windows of one passage say. Thread-safe.
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

  /** A window on its way through the network, with the triples found in its passage so far. */
  private record Reading(
      Map<WordTriple, ScoredTriple> found, int firstWord, NumericSentence numeric) {
    /** Of a triple that two windows hold, the surer answer stands. */
    void add(ScoredTriple answer) {
      WordTriple placed = answer.triple().shift(firstWord);
      found.merge(
          placed,
          new ScoredTriple(placed, answer.confidence()),
          (one, other) -> one.confidence() >= other.confidence() ? one : other);
    }
  }

  /**
   * The triples of each passage over its words, all sentences' counted through, each once, in no
   * particular order. Long passages are read in windows.
   *
   * @param passages each of at least one sentence, in the order of the text
   */
  public List<List<ScoredTriple>> extract(List<List<Sentence>> passages) {
    return extract(passages, SentenceWindows.of(parts.encoder(), settings));
  }

  /**
   * As {@link #extract(List)}, but whole, as training reads them; only what the encoder can't take
   * at once is read in windows.
   */
  public List<List<ScoredTriple>> extractWhole(List<List<Sentence>> passages) {
    return extract(passages, SentenceWindows.largest(parts.encoder(), settings));
  }

  private List<List<ScoredTriple>> extract(List<List<Sentence>> passages, SentenceWindows windows) {
    List<Map<WordTriple, ScoredTriple>> found = new ArrayList<>();
    List<Reading> readings = new ArrayList<>();
    for (List<Sentence> passage : passages) {
      Map<WordTriple, ScoredTriple> triples = new HashMap<>();
      found.add(triples);
      ParsedSentence parsed = parser.parseTogether(passage);
      for (SentenceWindows.Window window : windows.of(parsed.sentence().words())) {
        readings.add(
            new Reading(
                triples,
                window.words().first(),
                new NumericSentence(window.pieces(), parsed.tree().window(window.words()))));
      }
    }
    for (List<Reading> batch :
        LengthBatches.of(
            readings,
            reading -> reading.numeric().length(),
            settings.batchSentences(),
            settings.batchPieces())) {
      List<List<ScoredTriple>> answers =
          network.extract(batch.stream().map(Reading::numeric).toList());
      for (int b = 0; b < batch.size(); b++) {
        answers.get(b).forEach(batch.get(b)::add);
      }
    }
    return found.stream().map(triples -> List.copyOf(triples.values())).toList();
  }

  @Override
  public void close() {
    network.close();
  }
}
