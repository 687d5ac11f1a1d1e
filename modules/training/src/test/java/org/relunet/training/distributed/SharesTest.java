package org.relunet.training.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.relunet.training.TrainingException;

class SharesTest {
  @Test
  void everyTextHasOneWorker() {
    List<List<Integer>> shares = Shares.of(11, 3, 1);

    assertThat(shares.stream().flatMap(List::stream).toList())
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 11).boxed().toList());
    assertThat(shares).extracting(List::size).containsExactly(4, 4, 3);
    assertThat(shares).allSatisfy(share -> assertThat(share).isSorted());
    assertThat(Shares.largest(11, 3)).isEqualTo(4);
  }

  @Test
  void aSortedFileIsMixed() {
    assertThat(Shares.of(100, 2, 1).get(0)).isNotEqualTo(IntStream.range(0, 50).boxed().toList());
  }

  @Test
  void theSeedDecides() {
    assertThat(Shares.of(50, 4, 3))
        .isEqualTo(Shares.of(50, 4, 3))
        .isNotEqualTo(Shares.of(50, 4, 4));
  }

  @Test
  void aWorkerNeedsAText() {
    assertThatThrownBy(() -> Shares.of(3, 4, 1))
        .isInstanceOf(TrainingException.class)
        .hasMessage(
            "training.distributed.workers: 4 workers can't share 3 texts; ask for 3 at most");
  }

  @Test
  void roundsAreOfLikeLength() {
    assertThat(RoundLengths.of(10, 4)).containsExactly(4, 3, 3);
    assertThat(RoundLengths.of(8, 4)).containsExactly(4, 4);
    assertThat(RoundLengths.of(3, 50)).containsExactly(3);
  }
}
