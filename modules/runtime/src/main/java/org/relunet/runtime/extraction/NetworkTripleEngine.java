package org.relunet.runtime.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.relunet.api.plugin.Parser;
import org.relunet.api.plugin.Tokenizer;
import org.relunet.api.syntax.DependencyTree;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.Document;
import org.relunet.api.text.Sentence;
import org.relunet.api.triple.Extraction;
import org.relunet.api.triple.Mention;
import org.relunet.api.triple.RelationSchema;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.api.triple.Triple;
import org.relunet.api.triple.WordTriple;
import org.relunet.network.InferenceNetwork;
import org.relunet.network.NetworkParts;
import org.relunet.network.NumericSentence;
import org.relunet.runtime.TripleEngine;

/** Tokenise, cut, parse, batch by length, run the network, and carry its spans back to the text. */
public final class NetworkTripleEngine implements TripleEngine {
  private final Tokenizer tokenizer;
  private final Parser parser;
  private final NetworkParts parts;
  private final InferenceNetwork network;
  private final ExtractionSettings settings;
  private final String modelVersion;

  /**
   * @param network with values in its parameters; closed with this engine
   */
  public NetworkTripleEngine(
      Tokenizer tokenizer,
      Parser parser,
      NetworkParts parts,
      InferenceNetwork network,
      ExtractionSettings settings,
      String modelVersion) {
    this.tokenizer = tokenizer;
    this.parser = parser;
    this.parts = parts;
    this.network = network;
    this.settings = settings;
    this.modelVersion = modelVersion;
  }

  @Override
  public String modelVersion() {
    return modelVersion;
  }

  /** A window of a sentence on its way through the network. */
  private record Reading(
      List<SentenceTriples> document, int sentence, int firstWord, NumericSentence numeric) {}

  /** The triples found in a sentence so far; windows may find one twice. */
  private record SentenceTriples(Sentence sentence, Map<WordTriple, ScoredTriple> found) {
    void add(ScoredTriple answer, int firstWord) {
      WordTriple placed = answer.triple().shift(firstWord);
      found.merge(
          placed,
          new ScoredTriple(placed, answer.confidence()),
          (one, other) -> one.confidence() >= other.confidence() ? one : other);
    }
  }

  @Override
  public List<Extraction> extract(List<Document> documents) {
    List<Reading> readings = new ArrayList<>();
    List<List<SentenceTriples>> read = new ArrayList<>();
    for (Document document : documents) {
      read.add(read(document, readings));
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
        Reading reading = batch.get(b);
        SentenceTriples sentence = reading.document().get(reading.sentence());
        answers.get(b).forEach(answer -> sentence.add(answer, reading.firstWord()));
      }
    }
    List<Extraction> extractions = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      List<Triple> triples = new ArrayList<>();
      for (SentenceTriples sentence : read.get(i)) {
        addTriples(documents.get(i), sentence, triples);
      }
      extractions.add(new Extraction(documents.get(i), triples, modelVersion));
    }
    return extractions;
  }

  private List<SentenceTriples> read(Document document, List<Reading> readings) {
    SentenceWindows windows = new SentenceWindows(parts.encoder(), settings);
    List<SentenceTriples> sentences = new ArrayList<>();
    for (Sentence sentence : tokenizer.tokenize(document)) {
      for (SentenceWindows.Window window : windows.of(sentence)) {
        DependencyTree tree = parser.parse(window.sentence());
        readings.add(
            new Reading(
                sentences,
                sentences.size(),
                window.words().first(),
                new NumericSentence(window.pieces(), tree)));
      }
      sentences.add(new SentenceTriples(sentence, new HashMap<>()));
    }
    return sentences;
  }

  private void addTriples(Document document, SentenceTriples found, List<Triple> triples) {
    RelationSchema schema = parts.extractor().schema();
    Sentence sentence = found.sentence();
    found.found().values().stream()
        .filter(scored -> scored.confidence() >= settings.minimumConfidence())
        .sorted(
            Comparator.comparing((ScoredTriple scored) -> scored.triple().subject())
                .thenComparing(scored -> scored.triple().relation())
                .thenComparing(scored -> scored.triple().object()))
        .map(
            scored ->
                new Triple(
                    mention(document, sentence.characters(scored.triple().subject())),
                    schema.name(scored.triple().relation()),
                    mention(document, sentence.characters(scored.triple().object())),
                    scored.confidence(),
                    sentence.span()))
        .forEach(triples::add);
  }

  private static Mention mention(Document document, CharacterSpan span) {
    return new Mention(document.text().substring(span.start(), span.end()), span);
  }

  @Override
  public void close() {
    network.close();
  }
}
