package org.relunet.common.replacement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerFailureTest {
  private static final Path FILE = Path.of("/run/run.json");
  private static final Path FINISHED = Path.of("/elsewhere/assembled");
  private static final int ENOUGH = 100;

  private static void write(FailingPower disk) throws IOException {
    new Steps(disk).write(FILE, out -> out.write("new".getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void whatWasThereSurvivesAFailureBetweenAnyTwoSteps(int operations) {
    FailingPower disk = new FailingPower(operations);
    disk.has(FILE, "old");
    try {
      write(disk);
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("no power");
    }
    assertThat(disk.afterFailureWithOldNames(FILE).orElseThrow()).isIn("old", "new");
    assertThat(disk.afterFailureWithNewNames(FILE).orElseThrow()).isIn("old", "new");
  }

  @Test
  void whatIsWrittenIsOnTheDisk() throws IOException {
    FailingPower disk = new FailingPower(ENOUGH);
    disk.has(FILE, "old");
    write(disk);
    assertThat(disk.afterFailureWithOldNames(FILE)).contains("new");
  }

  @Test
  void whatIsMovedIsOnTheDisk() throws IOException {
    FailingPower disk = new FailingPower(ENOUGH);
    disk.create(FINISHED, out -> out.write('x'));
    new Steps(disk).move(FINISHED, FILE);
    assertThat(disk.afterFailureWithOldNames(FILE)).contains("x");
  }

  @Test
  void theDiskLosesWhatIsNotForced() throws IOException {
    FailingPower disk = new FailingPower(ENOUGH);
    disk.has(FILE, "old");
    disk.create(FINISHED, out -> out.write('x'));
    disk.rename(FINISHED, FILE);
    assertThat(disk.afterFailureWithOldNames(FILE)).contains("old");
    assertThat(disk.afterFailureWithNewNames(FILE)).contains("");
  }
}
