package org.relunet.runtime.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.Document;
import org.relunet.api.text.Sentence;
import org.relunet.api.text.Token;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.Mention;
import org.relunet.api.triple.RelationSchema;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.api.triple.Triple;
import org.relunet.api.triple.WordTriple;

final class PassageTriplesTest {
  private static final String TEXT = "It rained. Ann Lee came. She met Bob. It rained.";
  private static final List<Sentence> SENTENCES =
      List.of(sentence(0, 10), sentence(11, 24), sentence(25, 37), sentence(38, 48));

  private static Sentence sentence(int start, int end) {
    List<Token> tokens = new ArrayList<>();
    int at = start;
    for (String word : TEXT.substring(start, end - 1).split(" ")) {
      tokens.add(new Token(word, new CharacterSpan(at, at + word.length()), Token.NO_TAG));
      at += word.length() + 1;
    }
    return new Sentence(new CharacterSpan(start, end), tokens);
  }

  private static Triple located(TokenSpan subject, TokenSpan object) {
    PassageTriples passage =
        new PassageTriples(
            new Document("d", TEXT), SENTENCES, new RelationSchema(List.of("knows")));
    return passage.triple(new ScoredTriple(new WordTriple(subject, 0, object), 0.75));
  }

  @Test
  void mentionsAndStatementAreThoseOfTheText() {
    Triple triple = located(new TokenSpan(2, 3), new TokenSpan(4, 4));

    assertThat(triple.subject()).isEqualTo(new Mention("Ann Lee", new CharacterSpan(11, 18)));
    assertThat(triple.object()).isEqualTo(new Mention("came", new CharacterSpan(19, 23)));
    assertThat(triple.relation()).isEqualTo("knows");
    assertThat(triple.confidence()).isEqualTo(0.75);
    assertThat(triple.sentence()).isEqualTo(new CharacterSpan(11, 24));
  }

  @Test
  void aStatementAcrossSentencesReachesFromTheOneToTheOther() {
    CharacterSpan both = new CharacterSpan(11, 37);

    assertThat(located(new TokenSpan(2, 3), new TokenSpan(7, 7)).sentence()).isEqualTo(both);
    assertThat(located(new TokenSpan(7, 7), new TokenSpan(2, 3)).sentence()).isEqualTo(both);
  }
}
