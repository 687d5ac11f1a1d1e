package org.relunet.config.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KnownNamesTest {
  private static final KnownNames KEYS =
      new KnownNames("key", List.of("batch-size", "learning-rate", "malt", "seed", "a"));

  @ParameterizedTest
  @CsvSource({
    "mlat,malt",
    "mal,malt",
    "maltt,malt",
    "batchSize,batch-size",
    "BATCH_SIZE,batch-size",
    "learnign-rte,learning-rate",
    "batch,batch-size",
    "sead,seed"
  })
  void theNameThatWasMeantIsFound(String typed, String meant) {
    assertThat(KEYS.closest(typed)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"zebra", "x", "ba", "tlam", "''"})
  void aNameUnlikeAnyOtherIsLeftAlone(String typed) {
    assertThat(KEYS.closest(typed)).isEmpty();
  }

  @Test
  void longListsAreLeftOut() {
    KnownNames many =
        new KnownNames("key", IntStream.range(100, 120).mapToObj(i -> "name-" + i).toList());

    assertThat(many.unknown("zebra")).isEqualTo("unknown key 'zebra'");
    assertThat(many.unknown("name-1099"))
        .isEqualTo("unknown key 'name-1099'. Did you mean 'name-109'?");
    assertThat(new KnownNames("parser", List.of()).unknown("x"))
        .isEqualTo("unknown parser 'x'; none is available");
  }

  @Test
  void theDistanceCountsEveryKindOfTypingError() {
    assertThat(EditDistance.between("kitten", "sitting")).isEqualTo(3);
    assertThat(EditDistance.between("malt", "mlat")).isEqualTo(1);
    assertThat(EditDistance.between("", "abc")).isEqualTo(3);
    assertThat(EditDistance.between("abc", "")).isEqualTo(3);
    assertThat(EditDistance.between("ca", "abc")).isEqualTo(3);
  }
}
