package org.relunet.parser.training;

import java.util.ArrayList;
import java.util.List;
import org.relunet.api.plugin.Parser;
import org.relunet.api.syntax.DependencyTree;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.Sentence;
import org.relunet.api.text.Token;
import org.relunet.parser.conllu.ConlluSentence;
import org.relunet.parser.conllu.ConlluWord;

/** Measures a tagger and a parser that reads its tags, on a treebank's own words. */
final class Evaluation {
  private Evaluation() {}

  /** Gives words their tags. */
  interface Tagging {
    String[] tag(List<String> words);
  }

  static Scores measure(List<ConlluSentence> gold, Tagging tagger, Parser parser) {
    int words = 0;
    int rightTags = 0;
    int rightHeads = 0;
    int rightRelations = 0;
    for (ConlluSentence sentence : gold) {
      String[] tags = tagger.tag(sentence.forms());
      DependencyTree tree = parser.parse(sentence(sentence.forms(), tags));
      for (int i = 0; i < tags.length; i++) {
        ConlluWord word = sentence.words().get(i);
        boolean head = tree.head(i) == word.head();
        words++;
        rightTags += tags[i].equals(word.tag()) ? 1 : 0;
        rightHeads += head ? 1 : 0;
        rightRelations += head && tree.label(i).equals(word.relation()) ? 1 : 0;
      }
    }
    double all = words;
    return new Scores(words, rightTags / all, rightHeads / all, rightRelations / all);
  }

  private static Sentence sentence(List<String> forms, String[] tags) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < tags.length; i++) {
      int end = at + forms.get(i).length();
      tokens.add(new Token(forms.get(i), new CharacterSpan(at, end), tags[i]));
      at = end + 1;
    }
    return new Sentence(new CharacterSpan(0, at), tokens);
  }
}
