package org.relunet.network;

import java.util.Arrays;
import org.relunet.api.syntax.DependencyTree;

/**
 * The edges of a sentence's graph: of each word that to its head.
 *
 * @param heads of each word, {@link DependencyTree#ROOT} for one without an edge
 * @param labels the number of each word's relation to its head
 */
record HeadEdges(int[] heads, int[] labels) {

  static HeadEdges of(NumericSentence sentence, NetworkSettings.Edges kind, EdgeLabels numbers) {
    return switch (kind) {
      case DEPENDENCY -> of(sentence.tree(), numbers);
      case SHUFFLED -> of(ShuffledTree.of(sentence), numbers);
      case CHAIN -> {
        int[] heads = new int[sentence.words()];
        Arrays.setAll(heads, word -> word - 1); // of the first ROOT
        yield new HeadEdges(heads, new int[heads.length]);
      }
      case NONE -> {
        int[] heads = new int[sentence.words()];
        Arrays.fill(heads, DependencyTree.ROOT);
        yield new HeadEdges(heads, new int[heads.length]);
      }
    };
  }

  private static HeadEdges of(DependencyTree tree, EdgeLabels numbers) {
    int[] heads = new int[tree.size()];
    int[] labels = new int[tree.size()];
    for (int word = 0; word < heads.length; word++) {
      heads[word] = tree.head(word);
      labels[word] = numbers.number(tree.label(word));
    }
    return new HeadEdges(heads, labels);
  }

  /** Joins words and heads in both directions, in a matrix of as many words. */
  void join(boolean selfLoops, float[] adjacency, int offset, int words) {
    for (int word = 0; word < heads.length; word++) {
      if (heads[word] != DependencyTree.ROOT) {
        adjacency[offset + word * words + heads[word]] = 1;
        adjacency[offset + heads[word] * words + word] = 1;
      }
      if (selfLoops) {
        adjacency[offset + word * words + word] = 1;
      }
    }
  }

  /** Marks each word's head in the word's row. */
  void point(float[] edges, int offset, int words) {
    for (int word = 0; word < heads.length; word++) {
      if (heads[word] != DependencyTree.ROOT) {
        edges[offset + word * words + heads[word]] = 1;
      }
    }
  }

  /** Marks each edge's label in its word's row of so many. */
  void label(float[] features, int offset, int numbers) {
    for (int word = 0; word < heads.length; word++) {
      if (heads[word] != DependencyTree.ROOT) {
        features[offset + word * numbers + labels[word]] = 1;
      }
    }
  }
}
