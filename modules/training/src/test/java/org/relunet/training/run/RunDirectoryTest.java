package org.relunet.training.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunDirectoryTest {
  private static final RunInputs INPUTS = new RunInputs(new TreeMap<>(), List.of());

  @TempDir Path root;

  private void make(String... names) throws IOException {
    for (String name : names) {
      Path file = root.resolve("checkpoints").resolve(name);
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    }
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("checkpoints"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatAKilledProcessLeftIsRemovedAndNothingElse() throws IOException {
    make("epoch-11.index", "epoch-11.data-00000-of-00001", "best-1.index", "best-9.index");
    make("epoch-1.index", "epoch-12.data-00000-of-00001", "best-12.index", "notes.txt");
    make(".epoch-12123456/checkpoint.index", ".best-12987/checkpoint.index");

    new RunDirectory(root).removeLeftovers(new RunState(INPUTS, "now", 11, 88, 9, 0.5, false));

    assertThat(left())
        .containsExactly(
            "best-9.index", "epoch-11.data-00000-of-00001", "epoch-11.index", "notes.txt");
  }

  @Test
  void aTrainingThatDiedInItsFirstEpochLeavesNothing() throws IOException {
    make("epoch-1.index", "best-1.index");

    new RunDirectory(root).removeLeftovers(RunState.fresh(INPUTS));

    assertThat(left()).isEmpty();
  }

  @Test
  void aNewOutputHasNothingToRemove() throws IOException {
    new RunDirectory(root.resolve("new")).removeLeftovers(RunState.fresh(INPUTS));

    assertThat(root.resolve("new")).doesNotExist();
  }
}
