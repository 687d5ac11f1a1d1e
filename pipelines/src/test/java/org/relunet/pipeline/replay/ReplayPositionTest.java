package org.relunet.pipeline.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.Random;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Test;

class ReplayPositionTest {
  @Test
  void itKnowsAfterEachCommitExactlyWhatWasReplayed() {
    Random random = new Random(7);
    BitSet expected = new BitSet();
    ReplayPosition position = ReplayPosition.begin();
    for (int round = 0; round < 60; round++) {
      for (int i = 0; i < 25; i++) {
        int offset = random.nextInt(2_000);
        position.add(offset);
        expected.set(offset);
      }
      if (round == 30) {
        position.skipTo(500);
        expected.set(0, 500);
      }
      position = ReplayPosition.of(position.committed());
      for (int offset = 0; offset < 2_001; offset++) {
        assertThat(position.replayed(offset)).isEqualTo(expected.get(offset));
      }
      assertThat(position.next()).isEqualTo(expected.nextClearBit(0));
    }
  }

  @Test
  void whereNothingIsLeftOutItIsAnOffsetAlone() {
    ReplayPosition position = ReplayPosition.begin();
    position.add(1);
    assertThat(position.committed().metadata()).isNotEmpty();
    position.add(0);

    assertThat(position.committed()).isEqualTo(new OffsetAndMetadata(2, ""));
    assertThat(ReplayPosition.of(null).next()).isZero();
  }

  @Test
  void moreGapsThanABrokerTakesAreRefusedAndAPositionOfSomethingElseToo() {
    Random random = new Random(7);
    ReplayPosition position = ReplayPosition.begin();
    for (int i = 0; i < 40_000; i++) {
      position.add(1 + random.nextInt(80_000));
    }

    assertThatThrownBy(position::committed).hasMessageContaining("more letters between others");
    assertThatThrownBy(() -> ReplayPosition.of(new OffsetAndMetadata(3, "other")))
        .hasMessageContaining("something else has committed");
    assertThatThrownBy(() -> ReplayPosition.of(new OffsetAndMetadata(3, "relunet-1:AAAA")))
        .hasMessageContaining("damaged");
  }
}
