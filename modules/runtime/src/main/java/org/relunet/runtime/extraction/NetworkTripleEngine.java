package org.relunet.runtime.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.relunet.api.plugin.Tokenizer;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.Document;
import org.relunet.api.text.Sentence;
import org.relunet.api.triple.Extraction;
import org.relunet.api.triple.Mention;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.api.triple.Triple;
import org.relunet.runtime.TripleEngine;

/** Tokenise, find the sentences' triples, and carry them back to the documents' characters. */
public final class NetworkTripleEngine implements TripleEngine {
  private static final Comparator<ScoredTriple> IN_ORDER_OF_THE_TEXT =
      Comparator.comparing((ScoredTriple scored) -> scored.triple().subject())
          .thenComparing(scored -> scored.triple().relation())
          .thenComparing(scored -> scored.triple().object());

  private final Tokenizer tokenizer;
  private final SentenceExtractor extractor;
  private final double minimumConfidence;
  private final String modelVersion;

  /**
   * @param extractor closed with this engine
   * @param minimumConfidence triples below it are left out
   */
  public NetworkTripleEngine(
      Tokenizer tokenizer,
      SentenceExtractor extractor,
      double minimumConfidence,
      String modelVersion) {
    this.tokenizer = tokenizer;
    this.extractor = extractor;
    this.minimumConfidence = minimumConfidence;
    this.modelVersion = modelVersion;
  }

  @Override
  public String modelVersion() {
    return modelVersion;
  }

  @Override
  public List<Extraction> extract(List<Document> documents) {
    List<List<Sentence>> read = documents.stream().map(tokenizer::tokenize).toList();
    List<List<ScoredTriple>> found =
        extractor.extract(read.stream().flatMap(List::stream).toList());
    List<Extraction> extractions = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < documents.size(); i++) {
      Document document = documents.get(i);
      List<Triple> triples = new ArrayList<>();
      for (Sentence sentence : read.get(i)) {
        found.get(next++).stream()
            .filter(scored -> scored.confidence() >= minimumConfidence)
            .sorted(IN_ORDER_OF_THE_TEXT)
            .map(scored -> triple(document, sentence, scored))
            .forEach(triples::add);
      }
      extractions.add(new Extraction(document, triples, modelVersion));
    }
    return extractions;
  }

  private Triple triple(Document document, Sentence sentence, ScoredTriple scored) {
    return new Triple(
        mention(document, sentence.characters(scored.triple().subject())),
        extractor.schema().name(scored.triple().relation()),
        mention(document, sentence.characters(scored.triple().object())),
        scored.confidence(),
        sentence.span());
  }

  private static Mention mention(Document document, CharacterSpan span) {
    return new Mention(document.text().substring(span.start(), span.end()), span);
  }

  @Override
  public void close() {
    extractor.close();
  }
}
