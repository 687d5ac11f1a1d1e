package org.relunet.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.relunet.pipeline.cluster.ClusterException;
import org.relunet.pipeline.cluster.ClusterOverview;

class WorkersTest {
  @Test
  void aClusterGivesItsFreeSlots() {
    assertThat(Workers.on(cluster(8, 3))).isEqualTo(3);
  }

  @Test
  void aClusterWhoseSlotsAreTakenIsRefused() {
    assertThatThrownBy(() -> Workers.on(cluster(8, 0)))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("all 8 slots of the Flink cluster at host:8081 are taken");
  }

  @Test
  void aClusterWithoutTaskManagersIsRefused() {
    assertThatThrownBy(() -> Workers.on(cluster(0, 0)))
        .hasMessageContaining("has no slots: start a TaskManager");
  }

  @Test
  void moreWorkersThanSlotsAreToldOfAndNotRefused() {
    assertThat(Workers.shortage(9, cluster(8, 8)))
        .hasValueSatisfying(
            told ->
                assertThat(told)
                    .contains("9 workers are asked for")
                    .contains("host:8081 has 8 slots"));
    assertThat(Workers.shortage(8, cluster(8, 0))).isEmpty();
  }

  @Test
  void aJobWithoutEndIsRefusedMoreThanTheFreeSlots() {
    assertThatThrownBy(() -> Workers.requireFree(4, cluster(8, 3)))
        .isInstanceOf(ClusterException.class)
        .hasMessage("--parallelism 4: the Flink cluster at host:8081 has 3 free slots of 8");
    assertThatCode(
            () -> {
              Workers.requireFree(3, cluster(8, 3));
              // such a cluster starts TaskManagers itself
              Workers.requireFree(3, cluster(0, 0));
            })
        .doesNotThrowAnyException();
  }

  @Test
  void thisProcessGivesAtMostFour() {
    assertThat(Workers.inThisProcess()).isBetween(1, 4);
  }

  private static ClusterOverview cluster(int slots, int free) {
    return new ClusterOverview("host:8081", slots == 0 ? 0 : 1, slots, free, "1.19.3");
  }
}
