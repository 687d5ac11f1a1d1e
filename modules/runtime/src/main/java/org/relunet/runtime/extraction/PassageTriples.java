package org.relunet.runtime.extraction;

import java.util.Comparator;
import java.util.List;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.Document;
import org.relunet.api.text.Sentence;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.Mention;
import org.relunet.api.triple.RelationSchema;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.api.triple.Triple;
import org.relunet.api.triple.WordTriple;

/** Carries triples over a passage's words to the characters of its document. */
final class PassageTriples {
  static final Comparator<ScoredTriple> IN_ORDER_OF_THE_TEXT =
      Comparator.comparing((ScoredTriple scored) -> scored.triple().subject())
          .thenComparing(scored -> scored.triple().relation())
          .thenComparing(scored -> scored.triple().object());

  private final Document document;
  private final List<Sentence> sentences;
  private final Sentence passage;
  private final RelationSchema schema;

  PassageTriples(Document document, List<Sentence> sentences, RelationSchema schema) {
    this.document = document;
    this.sentences = sentences;
    this.passage = Sentence.join(sentences);
    this.schema = schema;
  }

  Triple triple(ScoredTriple scored) {
    WordTriple triple = scored.triple();
    return new Triple(
        mention(triple.subject()),
        schema.name(triple.relation()),
        mention(triple.object()),
        scored.confidence(),
        statement(
            Math.min(triple.subject().first(), triple.object().first()),
            Math.max(triple.subject().last(), triple.object().last())),
        schema.iri(triple.relation()).orElse(""));
  }

  private Mention mention(TokenSpan words) {
    CharacterSpan span = passage.characters(words);
    return new Mention(document.text().substring(span.start(), span.end()), span);
  }

  /** From the sentence of the one word to that of the other. */
  private CharacterSpan statement(int firstWord, int lastWord) {
    return new CharacterSpan(
        sentenceOf(firstWord).span().start(), sentenceOf(lastWord).span().end());
  }

  private Sentence sentenceOf(int word) {
    int reached = 0;
    for (Sentence sentence : sentences) {
      reached += sentence.size();
      if (word < reached) {
        return sentence;
      }
    }
    throw new IndexOutOfBoundsException("word " + word + " of " + reached);
  }
}
