package org.relunet.graph.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HungarianAlgorithmTest {
  @Test
  void matchesAHandComputedCase() {
    float[] costs = {
      4, 1, 3,
      2, 0, 5,
      3, 2, 2
    };
    assertThat(HungarianAlgorithm.assign(costs, 3, 3)).containsExactly(1, 0, 2);
  }

  @Test
  void leavesTheDearestRowUnmatchedWhereThereAreMoreRowsThanColumns() {
    float[] costs = {
      1, 2,
      9, 9,
      2, 1
    };
    assertThat(HungarianAlgorithm.assign(costs, 3, 2)).containsExactly(0, -1, 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void costsAsLittleAsTheBestOfAllMatchingsForEightColumns(int rows) {
    compareWithBruteForce(rows, 8, 100);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "5,3", "3,11", "10,10", "12,2", "2,12"})
  void costsAsLittleAsTheBestOfAllMatchings(int rows, int columns) {
    compareWithBruteForce(rows, columns, 100);
  }

  private static void compareWithBruteForce(int rows, int columns, int times) {
    SplittableRandom random = new SplittableRandom(31L * rows + columns);
    for (int time = 0; time < times; time++) {
      boolean ties = time % 2 == 0;
      float[] costs = new float[rows * columns];
      for (int i = 0; i < costs.length; i++) {
        costs[i] =
            ties ? random.nextInt(-2, 4) : (float) (random.nextGaussian() * Math.pow(10, time % 3));
      }
      int[] assignment = HungarianAlgorithm.assign(costs, rows, columns);
      assertThat(assignment).hasSize(rows);
      int[] matched = Arrays.stream(assignment).filter(column -> column != -1).toArray();
      assertThat(matched).doesNotHaveDuplicates().hasSize(Math.min(rows, columns));
      assertThat(Arrays.stream(matched).allMatch(column -> 0 <= column && column < columns))
          .isTrue();
      double total = 0;
      for (int row = 0; row < rows; row++) {
        total += assignment[row] == -1 ? 0 : costs[row * columns + assignment[row]];
      }
      assertThat(total)
          .as(Arrays.toString(costs))
          .isEqualTo(leastCost(costs, rows, columns), within(1e-9));
    }
  }

  /** Over all subsets of the columns, taken by the rows so far. */
  private static double leastCost(float[] costs, int rows, int columns) {
    double[] best = new double[1 << columns];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    best[0] = 0;
    for (int row = 0; row < rows; row++) {
      double[] next = new double[best.length];
      Arrays.fill(next, Double.POSITIVE_INFINITY);
      for (int taken = 0; taken < best.length; taken++) {
        if (rows > columns) { // a row may be left out
          next[taken] = Math.min(next[taken], best[taken]);
        }
        for (int column = 0; column < columns; column++) {
          if ((taken >> column & 1) == 0) {
            int with = taken | 1 << column;
            next[with] = Math.min(next[with], best[taken] + costs[row * columns + column]);
          }
        }
      }
      best = next;
    }
    double least = Double.POSITIVE_INFINITY;
    for (int taken = 0; taken < best.length; taken++) {
      if (Integer.bitCount(taken) == Math.min(rows, columns)) {
        least = Math.min(least, best[taken]);
      }
    }
    return least;
  }

  @Test
  void matchesNothingWhereThereIsNothing() {
    assertThat(HungarianAlgorithm.assign(new float[0], 0, 8)).isEmpty();
    assertThat(HungarianAlgorithm.assign(new float[0], 3, 0)).containsExactly(-1, -1, -1);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void namesTheCostThatIsNotFinite(float bad) {
    float[] costs = {0, 0, 0, 0, 0, bad};
    assertThatThrownBy(() -> HungarianAlgorithm.assign(costs, 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cost of row 1, column 2 is " + bad + "; costs must be finite");
  }

  @Test
  void refusesAnotherNumberOfCosts() {
    assertThatThrownBy(() -> HungarianAlgorithm.assign(new float[5], 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected 2 x 3 costs but got 5");
  }
}
