package org.relunet.corpus.schema;

import java.util.List;
import java.util.TreeSet;
import org.relunet.api.triple.RelationSchema;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.AnnotatedTriple;
import org.relunet.corpus.CorpusException;

/** Makes the relation schema of training data that comes without one. */
public final class SchemaCollector {
  private SchemaCollector() {}

  /**
   * Every relation that occurs, sorted by code units: the same schema whatever the texts' order.
   *
   * @param source names the texts in messages, usually their file
   * @throws CorpusException if no text has a triple with a named relation
   */
  public static RelationSchema collect(String source, Iterable<AnnotatedText> texts) {
    TreeSet<String> relations = new TreeSet<>();
    for (AnnotatedText text : texts) {
      for (AnnotatedTriple triple : text.triples()) {
        if (!triple.relation().isBlank()) {
          relations.add(triple.relation());
        }
      }
      // annotated, and found in no text: a relation that never holds
      text.annotated().ifPresent(relations::addAll);
    }
    if (relations.isEmpty()) {
      throw new CorpusException(
          source
              + ": holds no triple, so there is no relation to learn; name a file whose texts have"
              + " annotated triples");
    }
    try {
      return new RelationSchema(List.copyOf(relations));
    } catch (IllegalArgumentException invalid) {
      throw new CorpusException(source + ": " + invalid.getMessage(), invalid);
    }
  }
}
