package org.relunet.parser.malt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SingleRootTest {
  @Test
  void leavesATreeWithOneRootAsItIs() {
    int[] heads = {1, -1};
    List<String> labels = new ArrayList<>(List.of("nsubj", "root"));
    SingleRoot.ensure(heads, labels);
    assertThat(heads).containsExactly(1, -1);
    assertThat(labels).containsExactly("nsubj", "root");
  }

  @Test
  void hangsFurtherRootsBelowTheFirst() {
    int[] heads = {1, -1, -1, 2, -1};
    List<String> labels = new ArrayList<>(List.of("nsubj", "root", "root", "obj", "punct"));
    SingleRoot.ensure(heads, labels);
    assertThat(heads).containsExactly(1, -1, 1, 2, 1);
    assertThat(labels).containsExactly("nsubj", "root", "parataxis", "obj", "punct");
  }

  @Test
  void callsTheRootRoot() {
    int[] heads = {-1};
    List<String> labels = new ArrayList<>(List.of("punct"));
    SingleRoot.ensure(heads, labels);
    assertThat(labels).containsExactly("root");
  }
}
