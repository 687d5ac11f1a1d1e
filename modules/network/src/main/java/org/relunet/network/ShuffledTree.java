package org.relunet.network;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.relunet.api.syntax.DependencyTree;

/** A tree of the same shape in which the words have changed places: syntax that tells nothing. */
final class ShuffledTree {
  private ShuffledTree() {}

  /** The shuffled tree of a sentence: the same one for the same pieces. */
  static DependencyTree of(NumericSentence sentence) {
    DependencyTree tree = sentence.tree();
    int[] places = places(tree.size(), Arrays.hashCode(sentence.pieces().ids()));
    int[] heads = new int[tree.size()];
    String[] labels = new String[tree.size()];
    for (int word = 0; word < tree.size(); word++) {
      int head = tree.head(word);
      heads[places[word]] = head == DependencyTree.ROOT ? head : places[head];
      labels[places[word]] = tree.label(word);
    }
    return new DependencyTree(heads, Arrays.asList(labels));
  }

  /** A random permutation (Fisher and Yates). */
  private static int[] places(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] places = new int[size];
    for (int i = 0; i < size; i++) {
      int other = random.nextInt(i + 1);
      places[i] = places[other];
      places[other] = i;
    }
    return places;
  }
}
