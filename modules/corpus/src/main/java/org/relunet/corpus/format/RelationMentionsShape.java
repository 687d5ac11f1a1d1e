package org.relunet.corpus.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.AnnotatedTriple;
import org.relunet.corpus.NamedEntity;

/** {@code {"sentText", "relationMentions": [{"em1Text", "em2Text", "label"}, ...]}}. */
final class RelationMentionsShape implements RecordShape {
  @Override
  public CorpusFormat format() {
    return CorpusFormat.RELATION_MENTIONS;
  }

  @Override
  public AnnotatedText read(JsonNode record, String fallbackId) throws RecordProblem {
    List<AnnotatedTriple> triples = new ArrayList<>();
    for (JsonNode mention : RecordShape.list(record, "relationMentions")) {
      triples.add(
          new AnnotatedTriple(
              new NamedEntity(RecordShape.text(mention, "em1Text")),
              RecordShape.text(mention, "label"),
              new NamedEntity(RecordShape.text(mention, "em2Text"))));
    }
    return new AnnotatedText(fallbackId, RecordShape.text(record, "sentText"), triples);
  }
}
