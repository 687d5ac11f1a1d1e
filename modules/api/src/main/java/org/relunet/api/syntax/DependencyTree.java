package org.relunet.api.syntax;

import java.util.Arrays;
import java.util.List;

/** A dependency tree over N words: one head a word, one root, no cycle. Immutable. */
public final class DependencyTree {
  /** The head of the root. */
  public static final int ROOT = -1;

  private final int[] heads;
  private final List<String> labels;

  /**
   * @param heads for every word the index of its head, {@link #ROOT} for exactly one
   * @param labels for every word the dependency relation to its head
   * @throws IllegalArgumentException if this is no tree: the message names the word
   */
  public DependencyTree(int[] heads, List<String> labels) {
    this.heads = heads.clone();
    this.labels = List.copyOf(labels);
    if (heads.length != labels.size()) {
      throw new IllegalArgumentException(heads.length + " heads but " + labels.size() + " labels");
    }
    requireTree(this.heads);
  }

  private static void requireTree(int[] heads) {
    int roots = 0;
    // 0 unknown, otherwise the number of the walk that met the word
    int[] walk = new int[heads.length];
    for (int word = 0; word < heads.length; word++) {
      if (heads[word] < ROOT || heads[word] >= heads.length) {
        throw new IllegalArgumentException("word " + word + " has no head " + heads[word]);
      }
      if (heads[word] == ROOT) {
        roots++;
      }
      int at = word;
      while (at != ROOT && walk[at] == 0) {
        walk[at] = word + 1;
        at = heads[at];
      }
      if (at != ROOT && walk[at] == word + 1) {
        throw new IllegalArgumentException("word " + at + " is its own ancestor");
      }
    }
    if (heads.length > 0 && roots != 1) {
      throw new IllegalArgumentException("a tree has one root, this has " + roots);
    }
  }

  /** Number of words. */
  public int size() {
    return heads.length;
  }

  /** Index of the word's head, {@link #ROOT} for the root. */
  public int head(int word) {
    return heads[word];
  }

  /** Dependency relation of the word to its head. */
  public String label(int word) {
    return labels.get(word);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DependencyTree tree
        && Arrays.equals(heads, tree.heads)
        && labels.equals(tree.labels);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(heads) + labels.hashCode();
  }

  @Override
  public String toString() {
    return "DependencyTree" + Arrays.toString(heads) + labels;
  }
}
