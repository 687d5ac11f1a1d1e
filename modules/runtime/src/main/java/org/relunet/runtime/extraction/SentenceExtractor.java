package org.relunet.runtime.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.relunet.api.plugin.Parser;
import org.relunet.api.text.Sentence;
import org.relunet.api.triple.RelationSchema;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.api.triple.WordTriple;
import org.relunet.network.InferenceNetwork;
import org.relunet.network.NetworkParts;
import org.relunet.network.NumericSentence;

/**
 * Finds the triples of sentences of any length: cut, parse, batch by length, run the network, and
 * put together what windows of one sentence say. Thread-safe.
 */
public final class SentenceExtractor implements AutoCloseable {
  private final Parser parser;
  private final NetworkParts parts;
  private final InferenceNetwork network;
  private final ExtractionSettings settings;

  /**
   * @param network with values in its parameters; closed with this extractor
   */
  public SentenceExtractor(
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

  /** A window on its way through the network, with the triples found in its sentence so far. */
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
   * The triples of each sentence over its words, each once, in no particular order. Long sentences
   * are read in windows.
   */
  public List<List<ScoredTriple>> extract(List<Sentence> sentences) {
    return extract(sentences, SentenceWindows.of(parts.encoder(), settings));
  }

  /**
   * As {@link #extract(List)}, but whole, as training reads them; only what the encoder can't take
   * at once is read in windows.
   */
  public List<List<ScoredTriple>> extractWhole(List<Sentence> units) {
    return extract(units, SentenceWindows.largest(parts.encoder(), settings));
  }

  private List<List<ScoredTriple>> extract(List<Sentence> sentences, SentenceWindows windows) {
    List<Map<WordTriple, ScoredTriple>> found = new ArrayList<>();
    List<Reading> readings = new ArrayList<>();
    for (Sentence sentence : sentences) {
      Map<WordTriple, ScoredTriple> triples = new HashMap<>();
      found.add(triples);
      for (SentenceWindows.Window window : windows.of(sentence)) {
        readings.add(
            new Reading(
                triples,
                window.words().first(),
                new NumericSentence(window.pieces(), parser.parse(window.sentence()))));
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
