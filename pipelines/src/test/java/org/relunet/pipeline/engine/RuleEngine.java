package org.relunet.pipeline.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.Document;
import org.relunet.api.triple.Extraction;
import org.relunet.api.triple.Mention;
import org.relunet.api.triple.Triple;
import org.relunet.runtime.DocumentTimeException;
import org.relunet.runtime.TripleEngine;

/**
 * An engine that needs no model: a sentence ends with a full stop, "X likes Y" and "X knows Y" are
 * triples, the first with confidence 0.9, the second with 0.5. A document that says POISON makes it
 * fail, and so does a batch with such a document. One that says SLOW takes longer than it may.
 */
public final class RuleEngine implements TripleEngine {
  public static final String VERSION = "rules-1";
  public static final String POISON = "POISON";
  public static final String SLOW = "SLOW";

  private static final Pattern SENTENCE = Pattern.compile("[^.\\s][^.]*");
  private static final Pattern STATEMENT =
      Pattern.compile("([^\\s.]+)\\s+(likes|knows)\\s+([^\\s.]+)");

  private final List<Integer> batchSizes = new ArrayList<>();
  private final String version;

  public RuleEngine() {
    this(VERSION);
  }

  public RuleEngine(String version) {
    this.version = version;
  }

  @Override
  public String modelVersion() {
    return version;
  }

  @Override
  public List<Extraction> extract(List<Document> documents) {
    synchronized (batchSizes) {
      batchSizes.add(documents.size());
    }
    for (int i = 0; i < documents.size(); i++) {
      if (documents.get(i).text().contains(SLOW)) {
        throw new DocumentTimeException(i, documents.get(i).text().length(), 60);
      }
    }
    return documents.stream().map(this::extract).toList();
  }

  /** How many documents each call brought. */
  public List<Integer> batchSizes() {
    synchronized (batchSizes) {
      return List.copyOf(batchSizes);
    }
  }

  private Extraction extract(Document document) {
    if (document.text().contains(POISON)) {
      throw new IllegalStateException("the rules choke on " + document.id());
    }
    List<Triple> triples = new ArrayList<>();
    Matcher sentence = SENTENCE.matcher(document.text());
    int sentences = 0;
    while (sentence.find()) {
      sentences++;
      CharacterSpan span = new CharacterSpan(sentence.start(), sentence.end());
      Matcher statement =
          STATEMENT.matcher(document.text()).region(sentence.start(), sentence.end());
      while (statement.find()) {
        double confidence = statement.group(2).equals("likes") ? 0.9 : 0.5;
        triples.add(
            new Triple(
                mention(statement, 1),
                statement.group(2),
                mention(statement, 3),
                confidence,
                span));
      }
    }
    return new Extraction(document, triples, sentences, version);
  }

  private static Mention mention(Matcher statement, int group) {
    return new Mention(
        statement.group(group), new CharacterSpan(statement.start(group), statement.end(group)));
  }

  @Override
  public void close() {
    // holds nothing
  }
}
