package org.relunet.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.relunet.api.plugin.PieceSequence;
import org.relunet.api.syntax.DependencyTree;

final class ShuffledTreeTest {
  private static final DependencyTree TREE =
      new DependencyTree(
          new int[] {1, 4, 1, 2, -1, 4, 5}, List.of("a", "b", "c", "d", "root", "e", "f"));

  private static NumericSentence sentence(int firstPiece) {
    int words = TREE.size();
    int[] ids = new int[words];
    int[] wordOfPiece = new int[words];
    List<WordForm> forms = new ArrayList<>();
    for (int word = 0; word < words; word++) {
      ids[word] = firstPiece + word;
      wordOfPiece[word] = word;
      forms.add(WordForm.LOWER);
    }
    return new NumericSentence(new PieceSequence(ids, wordOfPiece, words), TREE, forms);
  }

  /** What a shape is: the path of labels from each word to the root, and no word's place. */
  private static Set<List<String>> paths(DependencyTree tree) {
    Set<List<String>> paths = new HashSet<>();
    for (int word = 0; word < tree.size(); word++) {
      List<String> path = new ArrayList<>();
      for (int at = word; at != DependencyTree.ROOT; at = tree.head(at)) {
        path.add(tree.label(at));
      }
      paths.add(path);
    }
    return paths;
  }

  @Test
  void keepsTheShapeAndTheLabels() {
    assertThat(paths(ShuffledTree.of(sentence(40)))).isEqualTo(paths(TREE)).hasSize(TREE.size());
  }

  @Test
  void isTheSameForTheSameSentenceAndAnotherForOthers() {
    assertThat(ShuffledTree.of(sentence(40))).isEqualTo(ShuffledTree.of(sentence(40)));
    Set<DependencyTree> trees = new HashSet<>();
    for (int first = 0; first < 20; first++) {
      trees.add(ShuffledTree.of(sentence(first)));
    }
    assertThat(trees).hasSizeGreaterThan(18);
  }

  /** Of 700 sentences the root is at each of seven places 100 times, give or take 9. */
  @Test
  void putsEveryWordAnywhere() {
    TreeMap<Integer, Integer> roots = new TreeMap<>();
    for (int first = 0; first < 700; first++) {
      DependencyTree tree = ShuffledTree.of(sentence(first));
      for (int word = 0; word < tree.size(); word++) {
        if (tree.head(word) == DependencyTree.ROOT) {
          roots.merge(word, 1, Integer::sum);
        }
      }
    }
    assertThat(roots).hasSize(7);
    assertThat(roots.values()).allMatch(times -> times > 60 && times < 140);
  }
}
