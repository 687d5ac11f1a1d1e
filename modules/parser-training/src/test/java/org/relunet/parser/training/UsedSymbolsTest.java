package org.relunet.parser.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class UsedSymbolsTest {
  private static final String TABLES =
      "\tFORM\t1\t1\tone\n\tMERGE2_FORM_FORM\t1\t1\tOne\n\n"
          + "FORM\n1\ta\n2\tb\n\n"
          + "MERGE2_FORM_FORM\n1\ta~a\n2\ta~b\n3\tb~b\n\n";

  @Test
  void dropsMergedSymbolsThatNoFeatureSpeaksOf() {
    UsedSymbols used = new UsedSymbols();
    used.add("MERGE2_FORM_FORM", 2);
    assertThat(new String(used.prune(TABLES.getBytes(UTF_8)), UTF_8))
        .isEqualTo(TABLES.replace("1\ta~a\n", "").replace("3\tb~b\n", ""));
  }

  @Test
  void isTheSameAfterWritingAndReading() {
    UsedSymbols used = new UsedSymbols();
    used.add("MERGE2_FORM_FORM", 3);
    used.add("FORM", 1);
    UsedSymbols read = UsedSymbols.read(used.write().getBytes(UTF_8));
    assertThat(read.write()).isEqualTo(used.write());
  }
}
