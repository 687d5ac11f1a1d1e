package org.relunet.graph.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.NativeLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(
    named = "TF_CPP_MIN_LOG_LEVEL",
    matches = "2",
    disabledReason = "the build sets it for its tests")
class NativeLogTest {
  private static final int ERRORS = 2;

  /** {@code absl::MinLogLevel()}. */
  private static final String LEVEL = "_ZN4absl12lts_2023080211MinLogLevelEv";

  @Test
  void notesAndWarningsAreLeftOutAndErrorsAreNot() {
    NativeLog.heedLevel();

    assertThat(
            NativeLibrary.getInstance(FrameworkLibrary.path())
                .getFunction(LEVEL)
                .invokeInt(new Object[0]))
        .isEqualTo(ERRORS);
  }
}
