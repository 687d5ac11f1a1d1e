package org.relunet.parser.nlp4j;

import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import java.util.ArrayList;
import java.util.List;
import org.relunet.api.syntax.DependencyTree;

/** Makes a tree of NLP4J's result: the first root governs all other words without a head. */
final class NodeTree {
  private static final String ROOT_LABEL = "root";

  /** NLP4J's relation of clauses that stand side by side. */
  private static final String SIDE_BY_SIDE = "parataxis";

  private static final String UNKNOWN = "dep";

  private NodeTree() {}

  /**
   * @param nodes NLP4J's: node 0 is the head of the root and no word
   */
  static DependencyTree of(NLPNode[] nodes) {
    int[] heads = new int[nodes.length - 1];
    List<String> labels = new ArrayList<>();
    int root = DependencyTree.ROOT;
    for (int word = 0; word < heads.length; word++) {
      NLPNode head = nodes[word + 1].getDependencyHead();
      if (head != null && head.getID() > 0) {
        heads[word] = head.getID() - 1;
        labels.add(label(nodes[word + 1]));
      } else if (root == DependencyTree.ROOT) {
        root = word;
        heads[word] = DependencyTree.ROOT;
        labels.add(ROOT_LABEL);
      } else {
        heads[word] = root;
        labels.add(SIDE_BY_SIDE);
      }
    }
    return new DependencyTree(heads, labels);
  }

  private static String label(NLPNode node) {
    String label = node.getDependencyLabel();
    return label == null || label.isBlank() ? UNKNOWN : label;
  }
}
