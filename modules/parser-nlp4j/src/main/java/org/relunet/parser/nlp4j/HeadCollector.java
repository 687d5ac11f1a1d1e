package org.relunet.parser.nlp4j;

import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import java.util.ArrayList;
import java.util.List;
import org.relunet.api.syntax.DependencyTree;

/** Makes one tree of NLP4J's results: the first root governs all other words without a head. */
final class HeadCollector {
  private static final String ROOT_LABEL = "root";

  /** NLP4J's relation of clauses that stand side by side. */
  private static final String SIDE_BY_SIDE = "parataxis";

  private final int[] heads;
  private final List<String> labels = new ArrayList<>();
  private int root = DependencyTree.ROOT;

  HeadCollector(int size) {
    heads = new int[size];
  }

  /** Adds the words that follow; node 0 is not one of them. */
  void append(NLPNode[] nodes) {
    int offset = labels.size();
    for (int i = 1; i < nodes.length; i++) {
      NLPNode head = nodes[i].getDependencyHead();
      int word = offset + i - 1;
      if (head != null && head.getID() > 0) {
        heads[word] = offset + head.getID() - 1;
        labels.add(label(nodes[i]));
      } else if (root == DependencyTree.ROOT) {
        root = word;
        heads[word] = DependencyTree.ROOT;
        labels.add(ROOT_LABEL);
      } else {
        heads[word] = root;
        labels.add(SIDE_BY_SIDE);
      }
    }
  }

  private static String label(NLPNode node) {
    String label = node.getDependencyLabel();
    return label == null || label.isBlank() ? "dep" : label;
  }

  DependencyTree tree() {
    return new DependencyTree(heads, labels);
  }
}
