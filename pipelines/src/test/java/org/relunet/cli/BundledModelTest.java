package org.relunet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.relunet.runtime.BundledModels;

/** The models that ship, by name. */
class BundledModelTest {
  @Test
  void theListShowsThemWithScoresAndLicences() {
    Program.Run list = Program.run("model", "list");

    assertThat(list.status()).isEqualTo(ExitStatus.DONE);
    assertThat(list.out().lines().skip(1))
        .hasSameSizeAs(BundledModels.names())
        .anyMatch(line -> line.matches("webnlg-\\S+ +webnlg\\S* .* 0\\.\\d{4} .*CC BY-NC-SA 4\\.0"))
        .anyMatch(line -> line.contains(BundledModels.DEFAULT + ",(default)"));
  }

  @Test
  void oneIsNamedWithoutAPath() {
    Program.Run run =
        Program.run(
            "extract", "--model", "webnlg", "--text", "Alan Bean was born in Wheeler, Texas.");

    assertThat(run.status()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out()).contains("\"birthPlace\"", "\"modelVersion\":\"webnlg-");
  }
}
