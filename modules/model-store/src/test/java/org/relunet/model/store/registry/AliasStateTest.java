package org.relunet.model.store.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AliasStateTest {
  private final List<AliasChange> history = new ArrayList<>();

  private AliasStateTest to(String version, boolean rollback) {
    history.add(
        new AliasChange(
            Instant.EPOCH, new AliasState(history).version(), version, "test", rollback));
    return this;
  }

  private Optional<String> previous() {
    return new AliasState(history).previous();
  }

  @Test
  void anAliasThatIsNotThereNamedNothingBefore() {
    assertThat(previous()).isEmpty();
    assertThat(new AliasState(history).version()).isEmpty();
  }

  @Test
  void theFirstVersionHasNoneBeforeIt() {
    assertThat(to("a", false).previous()).isEmpty();
  }

  @Test
  void rollbacksGoBackOneByOne() {
    to("a", false).to("b", false).to("c", false);
    assertThat(previous()).contains("b");
    assertThat(to("b", true).previous()).contains("a");
    assertThat(to("a", true).previous()).isEmpty();
  }

  @Test
  void whatIsPromotedAfterARollbackComesAfterWhatThatWentTo() {
    to("a", false).to("b", false).to("a", true).to("c", false);
    assertThat(previous()).contains("a");
  }

  @Test
  void promotingAnOldVersionAgainIsNoRollback() {
    to("a", false).to("b", false).to("a", false);
    assertThat(previous()).contains("b");
  }

  @Test
  void aHistoryThatBeginsLaterStillKnowsWhatCameBeforeIt() {
    history.add(new AliasChange(Instant.EPOCH, Optional.of("a"), "b", "test", false));
    assertThat(previous()).contains("a");
  }
}
