package org.relunet.corpus.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.AnnotatedTriple;
import org.relunet.corpus.NamedEntity;
import org.relunet.corpus.characters.Characters;

/** {@code {"text": "...", "triple_list": [[subject, relation, object], ...]}}. */
final class TripleListShape implements RecordShape {
  @Override
  public CorpusFormat format() {
    return CorpusFormat.TRIPLE_LIST;
  }

  @Override
  public AnnotatedText read(JsonNode record, String fallbackId) throws RecordProblem {
    List<AnnotatedTriple> triples = new ArrayList<>();
    for (JsonNode triple : RecordShape.list(record, "triple_list")) {
      if (!triple.isArray() || triple.size() != 3) {
        throw new RecordProblem(
            "triple "
                + (triples.size() + 1)
                + " must be [subject, relation, object], but is "
                + RecordShape.describe(triple));
      }
      for (JsonNode part : triple) {
        if (!part.isTextual()) {
          throw new RecordProblem(
              "triple "
                  + (triples.size() + 1)
                  + " must hold three texts, but has "
                  + RecordShape.describe(part));
        }
      }
      triples.add(RecordProblem.at("triple " + (triples.size() + 1), () -> triple(triple)));
    }
    return new AnnotatedText(fallbackId, RecordShape.text(record, "text"), triples);
  }

  private static AnnotatedTriple triple(JsonNode parts) throws RecordProblem {
    return new AnnotatedTriple(
        new NamedEntity(
            RecordShape.checked("the subject", parts.get(0).textValue(), Characters::ofText)),
        RecordShape.checked("the relation", parts.get(1).textValue(), Characters::ofName),
        new NamedEntity(
            RecordShape.checked("the object", parts.get(2).textValue(), Characters::ofText)));
  }
}
