package org.relunet.graph.assignment;

import java.util.Arrays;

/**
 * Finds the pairs of rows and columns of least total cost, each row and column in at most one pair.
 *
 * <p>The Hungarian method (Kuhn 1955, <i>The Hungarian method for the assignment problem</i>;
 * Munkres 1957) with potentials and shortest augmenting paths (Jonker and Volgenant 1987, <i>A
 * shortest augmenting path algorithm for dense and sparse linear assignment problems</i>). Time
 * O(n^2 m) and memory O(m) for n = min(rows, columns), m = max(rows, columns); computed in double
 * precision. The result is the same for the same costs; which of several optima it is, is not
 * specified.
 */
public final class HungarianAlgorithm {
  /** What stands for the column of a row that is in no pair. */
  public static final int UNMATCHED = -1;

  private HungarianAlgorithm() {}

  /**
   * Matches min(rows, columns) pairs.
   *
   * @param costs [rows, columns] in row-major order; negative ones are fine
   * @return the column of each row, {@link #UNMATCHED} for rows left over when rows &gt; columns
   * @throws IllegalArgumentException if a cost is NaN or infinite, naming row and column, or if
   *     there are not rows x columns costs
   */
  public static int[] assign(float[] costs, int rows, int columns) {
    if (rows < 0 || columns < 0 || costs.length != (long) rows * columns) {
      throw new IllegalArgumentException(
          "expected %d x %d costs but got %d".formatted(rows, columns, costs.length));
    }
    return assign(costs, 0, rows, columns);
  }

  /** As above, for the costs that start at the offset; there may be more of them. */
  static int[] assign(float[] costs, int offset, int rows, int columns) {
    requireFinite(costs, offset, rows, columns);
    boolean transposed = rows > columns;
    int[] rowOfColumn =
        transposed
            ? augmentRowByRow(costs, offset, columns, rows, 1, columns)
            : augmentRowByRow(costs, offset, rows, columns, columns, 1);
    if (transposed) { // its columns are our rows
      return rowOfColumn;
    }
    int[] columnOfRow = new int[rows];
    for (int column = 0; column < columns; column++) {
      if (rowOfColumn[column] != UNMATCHED) {
        columnOfRow[rowOfColumn[column]] = column;
      }
    }
    return columnOfRow;
  }

  private static void requireFinite(float[] costs, int offset, int rows, int columns) {
    for (int i = 0; i < rows * columns; i++) {
      if (!Float.isFinite(costs[offset + i])) {
        throw new IllegalArgumentException(
            "cost of row %d, column %d is %s; costs must be finite"
                .formatted(i / columns, i % columns, costs[offset + i]));
      }
    }
  }

  /**
   * Matches all rows, of which there are at most as many as columns. The cost of (i, j) is {@code
   * costs[offset + i * rowStride + j * columnStride]}.
   *
   * @return the row of each column, or {@link #UNMATCHED}
   */
  private static int[] augmentRowByRow(
      float[] costs, int offset, int rows, int columns, int rowStride, int columnStride) {
    double[] rowPotential = new double[rows];
    double[] columnPotential = new double[columns];
    int[] rowOfColumn = new int[columns];
    Arrays.fill(rowOfColumn, UNMATCHED);
    int[] columnOfRow = new int[rows];
    double[] distance = new double[columns]; // of the shortest path to each column
    int[] previousRow = new int[columns]; // on that path
    boolean[] reached = new boolean[columns];
    for (int start = 0; start < rows; start++) {
      Arrays.fill(distance, Double.POSITIVE_INFINITY);
      Arrays.fill(reached, false);
      double length = 0;
      int row = start;
      int column;
      do { // Dijkstra over the reduced costs, until a free column
        column = UNMATCHED;
        for (int j = 0; j < columns; j++) {
          if (reached[j]) {
            continue;
          }
          double through =
              length
                  + costs[offset + row * rowStride + j * columnStride]
                  - rowPotential[row]
                  - columnPotential[j];
          if (through < distance[j]) {
            distance[j] = through;
            previousRow[j] = row;
          }
          if (column == UNMATCHED || distance[j] < distance[column]) {
            column = j;
          }
        }
        reached[column] = true;
        length = distance[column];
        row = rowOfColumn[column];
      } while (row != UNMATCHED);
      rowPotential[start] += length;
      for (int j = 0; j < columns; j++) { // keeps all reduced costs at zero or above
        if (reached[j] && j != column) {
          rowPotential[rowOfColumn[j]] += length - distance[j];
          columnPotential[j] -= length - distance[j];
        }
      }
      int free = column;
      do { // flips the path
        row = previousRow[free];
        rowOfColumn[free] = row;
        int freed = columnOfRow[row];
        columnOfRow[row] = free;
        free = freed;
      } while (row != start);
    }
    return rowOfColumn;
  }
}
