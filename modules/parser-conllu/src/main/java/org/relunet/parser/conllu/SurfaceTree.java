package org.relunet.parser.conllu;

import java.util.ArrayList;
import java.util.List;
import org.relunet.api.syntax.DependencyTree;
import org.relunet.api.text.TokenSpan;

/**
 * The tree over a sentence's words as the text writes them. A multiword token takes the place of
 * its word that stands highest in the tree: no cycle can come of that, as no path upwards from
 * there comes back to the token.
 */
final class SurfaceTree {
  private final ConlluSentence sentence;
  private final List<String> words = new ArrayList<>();

  /** For every syntactic word the surface word that it is in. */
  private final int[] surface;

  /** For every surface word the syntactic word whose dependency it takes. */
  private final List<Integer> highest = new ArrayList<>();

  SurfaceTree(ConlluSentence sentence) {
    this.sentence = sentence;
    surface = new int[sentence.size()];
    int word = 0;
    for (SurfaceToken multiword : sentence.multiwords()) {
      for (; word < multiword.words().first(); word++) {
        add(sentence.words().get(word).form(), new TokenSpan(word, word));
      }
      add(multiword.form(), multiword.words());
      word = multiword.words().last() + 1;
    }
    for (; word < sentence.size(); word++) {
      add(sentence.words().get(word).form(), new TokenSpan(word, word));
    }
  }

  private void add(String form, TokenSpan span) {
    int top = span.first();
    for (int word = span.first(); word <= span.last(); word++) {
      surface[word] = words.size();
      if (depth(word) < depth(top)) {
        top = word;
      }
    }
    words.add(form);
    highest.add(top);
  }

  private int depth(int word) {
    int depth = 0;
    for (int at = word; at != DependencyTree.ROOT; at = sentence.words().get(at).head()) {
      depth++;
    }
    return depth;
  }

  List<String> words() {
    return List.copyOf(words);
  }

  DependencyTree tree() {
    int[] heads = new int[words.size()];
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < heads.length; i++) {
      ConlluWord top = sentence.words().get(highest.get(i));
      heads[i] = top.head() == DependencyTree.ROOT ? DependencyTree.ROOT : surface[top.head()];
      labels.add(top.relation());
    }
    return new DependencyTree(heads, labels);
  }
}
