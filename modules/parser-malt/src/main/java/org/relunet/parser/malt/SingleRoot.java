package org.relunet.parser.malt;

import java.util.List;
import org.relunet.api.syntax.DependencyTree;

/**
 * Makes a tree with exactly one root out of heads that have several, as a parser's may: the first
 * root stays, the others depend on it.
 */
final class SingleRoot {
  static final String ROOT_LABEL = "root";
  private static final String OTHER_ROOT = "parataxis";

  private SingleRoot() {}

  /** Changes both arguments in place; a cycle-free forest becomes a tree. */
  static void ensure(int[] heads, List<String> labels) {
    int root = DependencyTree.ROOT;
    for (int word = 0; word < heads.length; word++) {
      if (heads[word] != DependencyTree.ROOT) {
        continue;
      }
      if (root == DependencyTree.ROOT) {
        root = word;
        labels.set(word, ROOT_LABEL);
      } else {
        heads[word] = root;
        if (labels.get(word).equals(ROOT_LABEL)) {
          labels.set(word, OTHER_ROOT);
        }
      }
    }
  }
}
