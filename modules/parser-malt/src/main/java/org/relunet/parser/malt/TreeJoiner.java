package org.relunet.parser.malt;

import java.util.ArrayList;
import java.util.List;
import org.relunet.api.syntax.DependencyTree;

/** Joins the trees of a sentence's pieces: the first root governs the others. */
final class TreeJoiner {
  /** Universal Dependencies' relation of clauses that stand side by side. */
  private static final String SIDE_BY_SIDE = "parataxis";

  private final int[] heads;
  private final List<String> labels = new ArrayList<>();
  private int root = DependencyTree.ROOT;

  TreeJoiner(int size) {
    heads = new int[size];
  }

  /** Adds the tree of the words that follow. */
  void append(DependencyTree piece) {
    int offset = labels.size();
    int firstRoot = root;
    for (int word = 0; word < piece.size(); word++) {
      if (piece.head(word) != DependencyTree.ROOT) {
        heads[offset + word] = piece.head(word) + offset;
        labels.add(piece.label(word));
      } else {
        heads[offset + word] = firstRoot;
        labels.add(firstRoot == DependencyTree.ROOT ? piece.label(word) : SIDE_BY_SIDE);
        root = firstRoot == DependencyTree.ROOT ? offset + word : root;
      }
    }
  }

  /** The whole, once every piece is in. */
  DependencyTree tree() {
    return new DependencyTree(heads, labels);
  }
}
