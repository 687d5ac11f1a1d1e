package org.relunet.corpus.alignment;

import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.Sentence;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.RelationSchema;
import org.relunet.api.triple.Triple;
import org.relunet.api.triple.WordTriple;
import org.relunet.corpus.TextTriple;

/** The text of a triple over words: the way back, for comparing predictions with a data set. */
public final class TripleText {
  private TripleText() {}

  /**
   * @param text the whole document that the sentence's offsets count in
   * @param sentence the sentence that the triple's words are counted in
   */
  public static TextTriple of(
      String text, Sentence sentence, WordTriple triple, RelationSchema schema) {
    return new TextTriple(
        words(text, sentence, triple.subject()),
        schema.name(triple.relation()),
        words(text, sentence, triple.object()));
  }

  /** A document's triple without places, confidence and sentence. */
  public static TextTriple of(Triple triple) {
    return new TextTriple(triple.subject().text(), triple.relation(), triple.object().text());
  }

  private static String words(String text, Sentence sentence, TokenSpan span) {
    CharacterSpan characters = sentence.characters(span);
    return text.substring(characters.start(), characters.end());
  }
}
