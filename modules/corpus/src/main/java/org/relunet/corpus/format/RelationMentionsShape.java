package org.relunet.corpus.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.AnnotatedTriple;
import org.relunet.corpus.NamedEntity;

/**
 * {@code {"sentText", "relationMentions": [{"em1Text", "em2Text", "label"}, ...]}}, and where the
 * file types its entities, {@code "entityMentions": [{"text", "label"}, ...]}.
 */
final class RelationMentionsShape implements RecordShape {
  @Override
  public CorpusFormat format() {
    return CorpusFormat.RELATION_MENTIONS;
  }

  @Override
  public AnnotatedText read(JsonNode record, String fallbackId) throws RecordProblem {
    List<AnnotatedTriple> triples = new ArrayList<>();
    int number = 0;
    for (JsonNode mention : RecordShape.list(record, "relationMentions")) {
      number++;
      AnnotatedTriple triple = RecordProblem.at("triple " + number, () -> triple(mention));
      if (!triple.relation().equals(MentionedEntities.NONE)) {
        triples.add(triple);
      }
    }
    String text = RecordShape.text(record, "sentText");
    Optional<MentionedEntities> entities = MentionedEntities.of(record, text);
    return new AnnotatedText(
        fallbackId,
        text,
        triples,
        entities.map(MentionedEntities::placed),
        Optional.empty(),
        entities.map(MentionedEntities::notInText).orElse(List.of()));
  }

  private static AnnotatedTriple triple(JsonNode mention) throws RecordProblem {
    return new AnnotatedTriple(
        new NamedEntity(RecordShape.text(mention, "em1Text")),
        RecordShape.name(mention, "label"),
        new NamedEntity(RecordShape.text(mention, "em2Text")));
  }
}
