package org.relunet.parser.training;

import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * MaltParser's examples as a problem for liblinear. A feature is a place in MaltParser's feature
 * model and the code of the symbol that stands there; those of one or two examples are left out.
 *
 * @param problem E examples over F features, numbered from 1 as liblinear wants them
 * @param features for feature number {@code i + 1} its place and code
 */
record Examples(Problem problem, List<Feature> features) {
  private static final int FEWEST_EXAMPLES = 3;
  private static final String NO_FEATURE = "-1";

  /**
   * A feature.
   *
   * @param place position in the feature model, from 1
   * @param code MaltParser's code of the symbol
   */
  record Feature(int place, int code) {}

  /** Reads MaltParser's file of examples: the decision and then a code for every place. */
  static Examples read(Reader lines) throws IOException {
    List<int[]> rows = new ArrayList<>();
    List<Integer> decisions = new ArrayList<>();
    Map<Feature, Integer> numbers = new HashMap<>();
    List<Feature> features = new ArrayList<>();
    List<int[]> counts = new ArrayList<>();
    BufferedReader reader = new BufferedReader(lines);
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      String[] columns = line.split("\t");
      int[] row = new int[columns.length - 1];
      int size = 0;
      for (int place = 1; place < columns.length; place++) {
        if (columns[place].equals(NO_FEATURE)) {
          continue;
        }
        Feature feature = new Feature(place, Integer.parseInt(columns[place]));
        Integer number = numbers.get(feature);
        if (number == null) {
          number = features.size();
          numbers.put(feature, number);
          features.add(feature);
          counts.add(new int[1]);
        }
        counts.get(number)[0]++;
        row[size++] = number;
      }
      Arrays.sort(row, 0, size); // liblinear insists
      rows.add(Arrays.copyOf(row, size));
      decisions.add(Integer.parseInt(columns[0]));
    }
    return frequent(rows, decisions, features, counts);
  }

  private static Examples frequent(
      List<int[]> rows, List<Integer> decisions, List<Feature> features, List<int[]> counts) {
    FeatureNode[] nodes = new FeatureNode[features.size()];
    List<Feature> kept = new ArrayList<>();
    for (int i = 0; i < nodes.length; i++) {
      if (counts.get(i)[0] >= FEWEST_EXAMPLES) {
        kept.add(features.get(i));
        nodes[i] = new FeatureNode(kept.size(), 1);
      }
    }
    Problem problem = new Problem();
    problem.bias = -1;
    problem.n = kept.size();
    problem.l = rows.size();
    problem.y = decisions.stream().mapToInt(Integer::intValue).toArray();
    // all examples share a feature's node: there are many more mentions than features
    problem.x =
        rows.stream()
            .map(
                row ->
                    Arrays.stream(row)
                        .filter(number -> nodes[number] != null)
                        .mapToObj(number -> nodes[number])
                        .toArray(FeatureNode[]::new))
            .toArray(FeatureNode[][]::new);
    return new Examples(problem, kept);
  }
}
