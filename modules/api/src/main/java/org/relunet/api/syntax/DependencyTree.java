package org.relunet.api.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.relunet.api.text.TokenSpan;

/** A dependency tree over N words: one head a word, one root, no cycle. Immutable. */
public final class DependencyTree {
  /** Universal Dependencies' relation of clauses that stand side by side. */
  private static final String SIDE_BY_SIDE = "parataxis";

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

  /**
   * One tree over the words of several that follow each other: the first root governs the others.
   *
   * @param trees at least one
   */
  public static DependencyTree join(List<DependencyTree> trees) {
    if (trees.isEmpty()) {
      throw new IllegalArgumentException("there is no tree to join");
    }
    if (trees.size() == 1) {
      return trees.get(0);
    }
    int[] heads = new int[trees.stream().mapToInt(DependencyTree::size).sum()];
    List<String> labels = new ArrayList<>(heads.length);
    int root = ROOT;
    int offset = 0;
    for (DependencyTree tree : trees) {
      int firstRoot = root;
      for (int word = 0; word < tree.size(); word++) {
        boolean joined = tree.head(word) == ROOT && firstRoot != ROOT;
        heads[offset + word] = joined ? firstRoot : shifted(tree.head(word), offset);
        labels.add(joined ? SIDE_BY_SIDE : tree.label(word));
        if (tree.head(word) == ROOT && firstRoot == ROOT) {
          root = offset + word;
        }
      }
      offset += tree.size();
    }
    return new DependencyTree(heads, labels);
  }

  private static int shifted(int head, int offset) {
    return head == ROOT ? ROOT : head + offset;
  }

  /**
   * The tree over some of the words alone: a word whose head is not among them is governed by the
   * nearest ancestor that is, and where there is none by the new root, the first such word.
   */
  public DependencyTree window(TokenSpan words) {
    if (words.first() == 0 && words.last() == size() - 1) {
      return this;
    }
    int[] within = new int[words.length()];
    List<String> kept = new ArrayList<>(words.length());
    int root = ROOT;
    for (int word = words.first(); word <= words.last(); word++) {
      int ancestor = heads[word];
      while (ancestor != ROOT && (ancestor < words.first() || ancestor > words.last())) {
        ancestor = heads[ancestor];
      }
      int place = word - words.first();
      boolean top = ancestor == ROOT;
      within[place] = top ? root : ancestor - words.first();
      kept.add(top && root != ROOT ? SIDE_BY_SIDE : labels.get(word));
      root = top && root == ROOT ? place : root;
    }
    return new DependencyTree(within, kept);
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
