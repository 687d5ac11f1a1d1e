package org.relunet.tokenizer.opennlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LongRunsTest {
  private static final String DATA = "iVBORw0KGgo/A+4=".repeat(20);

  private static List<String> found(String text) {
    List<String> runs = new ArrayList<>();
    LongRuns.find(text, 0, text.length(), (start, end) -> runs.add(text.substring(start, end)));
    return runs;
  }

  @Test
  void dataIsFoundWithoutTheMarksAroundIt() {
    assertThat(found(DATA)).containsExactly(DATA);
    assertThat(found("(\"" + DATA + "\").")).containsExactly(DATA);
    assertThat(found("«" + DATA + "»—" + DATA + "…")).containsExactly(DATA, DATA);
  }

  @Test
  void aCharacterThatOthersCombineWithStaysWithThem() {
    assertThat(found(DATA + "e\u0301")).containsExactly(DATA);
    assertThat(found("\uD83D\uDC69\u200D" + "x" + DATA)).containsExactly(DATA);
  }

  @Test
  void wordsMarksAndOtherScriptsAreNone() {
    assertThat(found("Alan,Bean;".repeat(20))).isEmpty();
    assertThat(found("!?".repeat(1_000_000))).isEmpty();
    assertThat(found("東京".repeat(1_000))).isEmpty();
  }
}
