package org.relunet.api.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.relunet.api.text.TokenSpan;

class DependencyTreeTest {
  /** 0 <- 1 (root) -> 3 -> 2. */
  private static final DependencyTree TREE = tree(1, -1, 3, 1);

  private static DependencyTree tree(int... heads) {
    List<String> labels = new ArrayList<>();
    for (int word = 0; word < heads.length; word++) {
      labels.add(heads[word] == DependencyTree.ROOT ? "root" : "dep" + word);
    }
    return new DependencyTree(heads, labels);
  }

  @Test
  void treesSideBySideAreGovernedByTheFirstRoot() {
    DependencyTree joined = DependencyTree.join(List.of(TREE, tree(-1, 0), tree(-1)));

    assertThat(joined)
        .isEqualTo(
            new DependencyTree(
                new int[] {1, -1, 3, 1, 1, 4, 1},
                List.of("dep0", "root", "dep2", "dep3", "parataxis", "dep1", "parataxis")));
  }

  @Test
  void oneTreeJoinedIsItself() {
    assertThat(DependencyTree.join(List.of(TREE))).isSameAs(TREE);
    assertThatIllegalArgumentException().isThrownBy(() -> DependencyTree.join(List.of()));
  }

  @Test
  void aWindowKeepsTheEdgesAmongItsWords() {
    assertThat(TREE.window(new TokenSpan(1, 3)))
        .isEqualTo(new DependencyTree(new int[] {-1, 2, 0}, List.of("root", "dep2", "dep3")));
    assertThat(TREE.window(new TokenSpan(0, 3))).isSameAs(TREE);
  }

  @Test
  void aWordWhoseHeadIsOutsideGoesToItsNearestAncestorInside() {
    // 0 is the root; 2 -> 3 (outside) -> 1
    DependencyTree tree = tree(-1, 0, 3, 1);

    assertThat(tree.window(new TokenSpan(0, 2)).head(2)).isEqualTo(1);
  }

  @Test
  void wordsWithoutAnAncestorInsideHangOnTheFirstOfThem() {
    DependencyTree cut = TREE.window(new TokenSpan(2, 3));
    assertThat(cut.head(0)).isEqualTo(1);
    assertThat(cut.head(1)).isEqualTo(DependencyTree.ROOT);

    DependencyTree flat = tree(3, 3, 3, -1).window(new TokenSpan(0, 2));
    assertThat(flat)
        .isEqualTo(
            new DependencyTree(new int[] {-1, 0, 0}, List.of("dep0", "parataxis", "parataxis")));
  }

  @Test
  void everyWindowOfEveryTreeIsATree() {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      int size = 1 + random.nextInt(12);
      List<Integer> order = new ArrayList<>();
      for (int word = 0; word < size; word++) {
        order.add(word);
      }
      Collections.shuffle(order, random);
      int[] heads = new int[size];
      heads[order.get(0)] = DependencyTree.ROOT;
      for (int i = 1; i < size; i++) {
        heads[order.get(i)] = order.get(random.nextInt(i));
      }
      int first = random.nextInt(size);
      int last = first + random.nextInt(size - first);

      // the constructor refuses what is no tree
      assertThat(tree(heads).window(new TokenSpan(first, last)).size()).isEqualTo(last - first + 1);
    }
  }

  @Test
  void whatIsNoTreeIsRefusedWithTheWord() {
    assertThatIllegalArgumentException().isThrownBy(() -> tree(1, 0)).withMessageContaining("own");
    assertThatIllegalArgumentException().isThrownBy(() -> tree(-1, -1)).withMessageContaining("2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tree(-1, 5))
        .withMessageContaining("word 1");
  }
}
