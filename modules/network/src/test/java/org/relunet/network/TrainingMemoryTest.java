package org.relunet.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.relunet.graph.optimizer.AdamWSettings;
import org.relunet.graph.part.Feeds;

/** Nothing of a step stays: a training runs for days, and what it leaks is not on Java's heap. */
final class TrainingMemoryTest {
  private static final int WARMING_UP = 1_000;
  private static final int STEPS = 10_000;

  /** Steps between two readings of a batch's triples, as an evaluation reads them. */
  private static final int READING = 10;

  private static final long MEBIBYTE = 1 << 20;

  @Test
  void memoryIsFlatOverTenThousandSteps() {
    NetworkParts parts = TinyNetworks.partlyFrozen();
    List<LabelledSentence> examples = TinyNetworks.examples(parts);
    try (TrainingNetwork network =
        new TrainingNetwork(
            parts, TinyNetworks.LOSSES, new AdamWSettings(0.01, 1), TinyNetworks.THREADS)) {
      network.initialize(1);
      run(network, examples, WARMING_UP);
      Memory before = Memory.now();

      run(network, examples, STEPS);

      Memory after = Memory.now();
      // a step's tensors are a dozen and more
      assertThat(after.pointers() - before.pointers()).as("native objects").isLessThan(100);
      assertThat(after.resident() - before.resident())
          .as("bytes in main memory")
          .isLessThan(64 * MEBIBYTE);
    }
  }

  private static void run(TrainingNetwork network, List<LabelledSentence> examples, int steps) {
    for (int step = 0; step < steps; step++) {
      try (Feeds feeds = network.prepare(examples, Optional.empty())) {
        network.step(feeds, 1e-4, 1e-4, step);
      }
      if (step % READING == 0) {
        network.extract(examples, Optional.empty());
      }
    }
  }

  /**
   * What the process holds after Java has cleaned up.
   *
   * @param pointers native objects that wait to be freed
   * @param resident bytes
   */
  private record Memory(long pointers, long resident) {
    static Memory now() {
      System.gc();
      return new Memory(Pointer.totalCount(), Pointer.physicalBytes());
    }
  }
}
