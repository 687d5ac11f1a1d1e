package org.relunet.parser.training;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.liblinear.FeatureNode;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class ExamplesTest {
  /** Decision, then codes of three places; the third place's codes are rare. */
  private static final String LINES = "1\t5\t7\t-1\n2\t5\t8\t3\n1\t6\t7\t4\n2\t5\t7\t4\n";

  @Test
  void keepsFeaturesOfThreeExamplesAndMore() throws IOException {
    Examples examples = Examples.read(new StringReader(LINES));
    assertThat(examples.features())
        .containsExactly(new Examples.Feature(1, 5), new Examples.Feature(2, 7));
    assertThat(examples.problem().n).isEqualTo(2);
  }

  @Test
  void numbersThemFromOneInEveryExample() throws IOException {
    Examples examples = Examples.read(new StringReader(LINES));
    assertThat(examples.problem().l).isEqualTo(4);
    assertThat(examples.problem().y).containsExactly(1, 2, 1, 2);
    assertThat(Arrays.stream(examples.problem().x).map(ExamplesTest::numbers))
        .containsExactly("[1, 2]", "[1]", "[2]", "[1, 2]");
  }

  private static String numbers(FeatureNode[] row) {
    return Arrays.stream(row).map(node -> node.index).toList().toString();
  }
}
