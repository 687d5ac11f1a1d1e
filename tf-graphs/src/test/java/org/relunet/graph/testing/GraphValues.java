package org.relunet.graph.testing;

import java.util.SplittableRandom;
import org.relunet.graph.pooling.NodeGraph;

/**
 * A batch of graphs as plain numbers, to be fed, padded and reordered.
 *
 * @param nodes X, [B][N][d]; zero rows where padded
 * @param adjacency A, [B][N][N]
 * @param mask [B][N]
 */
public record GraphValues(float[][][] nodes, float[][][] adjacency, float[][] mask) {

  /** Random trees, one for each size, over random nodes of the given width. */
  public static GraphValues trees(int width, int... sizes) {
    SplittableRandom random = new SplittableRandom(sizes.length * 31L + width);
    int most = java.util.Arrays.stream(sizes).max().orElseThrow();
    GraphValues values = empty(sizes.length, most, width);
    for (int b = 0; b < sizes.length; b++) {
      for (int node = 0; node < sizes[b]; node++) {
        values.mask[b][node] = 1;
        for (int i = 0; i < width; i++) {
          values.nodes[b][node][i] = (float) (2 * random.nextDouble() - 1);
        }
        if (node > 0) {
          int head = random.nextInt(node);
          values.adjacency[b][node][head] = 1;
          values.adjacency[b][head][node] = 1;
        }
      }
    }
    return values;
  }

  private static GraphValues empty(int batch, int size, int width) {
    return new GraphValues(
        new float[batch][size][width], new float[batch][size][size], new float[batch][size]);
  }

  /** N. */
  public int size() {
    return mask[0].length;
  }

  /** The same graphs with random weights on their edges, symmetric. */
  public GraphValues weighted() {
    SplittableRandom random = new SplittableRandom(5);
    GraphValues weighted = padded(0);
    for (float[][] matrix : weighted.adjacency) {
      for (int i = 0; i < matrix.length; i++) {
        for (int j = 0; j < i; j++) {
          matrix[i][j] *= (float) (0.1 + random.nextDouble());
          matrix[j][i] = matrix[i][j];
        }
      }
    }
    return weighted;
  }

  /** The same graphs with more padding. */
  public GraphValues padded(int more) {
    int[] order = new int[size()];
    java.util.Arrays.setAll(order, i -> i);
    return arranged(order, more);
  }

  /** The same graphs, their nodes in another order: new node i is old node {@code order[i]}. */
  public GraphValues reordered(int... order) {
    return arranged(order, 0);
  }

  private GraphValues arranged(int[] order, int more) {
    GraphValues result = empty(nodes.length, size() + more, nodes[0][0].length);
    for (int b = 0; b < nodes.length; b++) {
      for (int i = 0; i < order.length; i++) {
        result.nodes[b][i] = nodes[b][order[i]].clone();
        result.mask[b][i] = mask[b][order[i]];
        for (int j = 0; j < order.length; j++) {
          result.adjacency[b][i][j] = adjacency[b][order[i]][order[j]];
        }
      }
    }
    return result;
  }

  /** The graphs as inputs of a run. */
  public NodeGraph in(GraphRun run) {
    return new NodeGraph(run.nodes(nodes), run.matrices(adjacency), run.mask(mask));
  }
}
