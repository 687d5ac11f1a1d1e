package org.relunet.runtime.extraction;

import java.util.ArrayList;
import java.util.List;
import org.relunet.api.plugin.Tokenizer;
import org.relunet.api.text.Document;
import org.relunet.api.text.Sentence;
import org.relunet.api.triple.Extraction;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.api.triple.Triple;
import org.relunet.runtime.TripleEngine;

/**
 * Tokenise, find the passages' triples, and carry them back to the documents' characters. The clock
 * is looked at between passages and between batches.
 */
public final class NetworkTripleEngine implements TripleEngine {
  /** Enough for full batches of like length; bounds what is in memory. */
  private static final int WORDS_AT_A_TIME = 20_000;

  private final PassageReader reader;
  private final PassageExtractor extractor;
  private final double minimumConfidence;
  private final double documentSeconds;
  private final String modelVersion;

  /**
   * @param extractor closed with this engine
   */
  public NetworkTripleEngine(
      Tokenizer tokenizer,
      PassageExtractor extractor,
      ExtractionSettings settings,
      String modelVersion) {
    this.reader = new PassageReader(tokenizer, extractor.encoder(), settings.passageWords());
    this.extractor = extractor;
    this.minimumConfidence = settings.minimumConfidence();
    this.documentSeconds = settings.documentSeconds();
    this.modelVersion = modelVersion;
  }

  @Override
  public String modelVersion() {
    return modelVersion;
  }

  @Override
  public List<Extraction> extract(List<Document> documents) {
    Run run = new Run();
    List<Target> targets = new ArrayList<>();
    for (Document document : documents) {
      Target target =
          new Target(document, new DocumentClock(targets.size(), document, documentSeconds));
      targets.add(target);
      target.clock.start();
      reader.read(
          document,
          sentences -> {
            target.clock.stop();
            run.add(sentences, target);
            target.clock.start();
          });
      target.clock.stop();
    }
    run.flush();
    return targets.stream().map(target -> target.extraction(modelVersion)).toList();
  }

  private static int words(List<Sentence> sentences) {
    return sentences.stream().mapToInt(Sentence::size).sum();
  }

  /** What is known of a document. */
  private static final class Target {
    private final Document document;
    private final DocumentClock clock;
    private final List<Triple> triples = new ArrayList<>();
    private int sentences;

    Target(Document document, DocumentClock clock) {
      this.document = document;
      this.clock = clock;
    }

    Extraction extraction(String modelVersion) {
      return new Extraction(document, triples, sentences, modelVersion);
    }
  }

  /** Passages of some documents, on their way through the network in portions. */
  private final class Run {
    private final List<List<Sentence>> passages = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private int words;

    void add(List<Sentence> sentences, Target target) {
      target.sentences += sentences.size();
      // its words take none of the portion's time
      if (!Readable.any(sentences)) {
        return;
      }
      passages.add(sentences);
      targets.add(target);
      words += words(sentences);
      if (words >= WORDS_AT_A_TIME) {
        flush();
      }
    }

    void flush() {
      Portion portion = new Portion();
      for (int i = 0; i < passages.size(); i++) {
        portion.add(targets.get(i).clock, words(passages.get(i)));
      }
      List<List<ScoredTriple>> found = extractor.extract(passages, portion::check);
      portion.end();
      for (int i = 0; i < found.size(); i++) {
        List<ScoredTriple> confident =
            found.get(i).stream()
                .filter(scored -> scored.confidence() >= minimumConfidence)
                .sorted(PassageTriples.IN_ORDER_OF_THE_TEXT)
                .toList();
        // most passages hold none
        if (!confident.isEmpty()) {
          Target target = targets.get(i);
          PassageTriples located =
              new PassageTriples(target.document, passages.get(i), extractor.schema());
          confident.forEach(scored -> target.triples.add(located.triple(scored)));
        }
      }
      passages.clear();
      targets.clear();
      words = 0;
    }
  }

  @Override
  public void close() {
    extractor.close();
  }
}
