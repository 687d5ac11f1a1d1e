package org.relunet.parser.training;

import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.maltparser.ml.lib.MaltLiblinearModel;

/**
 * Weights rounded to multiples of 1/128, without features that have none left. Rounded numbers
 * compress well.
 */
final class CompactWeights {
  static final double STEPS_OF_ONE = 128;

  private final MaltLiblinearModel model;
  private final List<Examples.Feature> kept = new ArrayList<>();

  /**
   * @param trained F features by C classes
   * @param features the F features
   */
  CompactWeights(Model trained, List<Examples.Feature> features) {
    int classes = trained.getNrClass();
    double[] weights = trained.getFeatureWeights();
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      double[] row = rounded(weights, i * classes, classes);
      if (row.length > 0) {
        kept.add(features.get(i));
        rows.add(row);
      }
    }
    model =
        new MaltLiblinearModel(
            trained.getLabels(),
            classes,
            rows.size(),
            rows.toArray(double[][]::new),
            SolverType.MCSVM_CS);
  }

  /** MaltParser takes what is missing at a row's end for zeros. */
  private static double[] rounded(double[] weights, int start, int classes) {
    double[] row = new double[classes];
    int length = 0;
    for (int c = 0; c < classes; c++) {
      // adding zero makes -0.0 zero
      row[c] = Math.rint(weights[start + c] * STEPS_OF_ONE) / STEPS_OF_ONE + 0.0;
      length = row[c] != 0 ? c + 1 : length;
    }
    return Arrays.copyOf(row, length);
  }

  MaltLiblinearModel model() {
    return model;
  }

  /** The features that remain, in the order of the model's rows. */
  List<Examples.Feature> features() {
    return kept;
  }
}
