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
   * @throws CorpusException if no text has a triple with a named relation
   */
  public static RelationSchema collect(Iterable<AnnotatedText> texts) {
    TreeSet<String> relations = new TreeSet<>();
    for (AnnotatedText text : texts) {
      for (AnnotatedTriple triple : text.triples()) {
        if (!triple.relation().isBlank()) {
          relations.add(triple.relation());
        }
      }
    }
    if (relations.isEmpty()) {
      throw new CorpusException(
          "the training data holds no triple, so it gives no relation schema; name a schema file,"
              + " or training data with triples");
    }
    return new RelationSchema(List.copyOf(relations));
  }
}
