package org.relunet.graph.library;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;

/**
 * What TensorFlow's native code writes to standard error. The variable {@code TF_CPP_MIN_LOG_LEVEL}
 * governs only one of its two logging libraries; the other, Abseil's, writes notes to users of C++
 * whatever the variable says. Both number their levels alike: 0 notes, 1 warnings, 2 errors.
 */
public final class NativeLog {
  private static final String LEVEL = "TF_CPP_MIN_LOG_LEVEL";
  private static final int FATAL = 3;

  /** {@code absl::SetMinLogLevel(absl::LogSeverityAtLeast)}. */
  private static final String SET_LEVEL =
      "_ZN4absl12lts_2023080214SetMinLogLevelENS0_18LogSeverityAtLeastE";

  private NativeLog() {}

  /** Makes all of TensorFlow's logging heed {@code TF_CPP_MIN_LOG_LEVEL}. */
  public static void heedLevel() {
    String level = System.getenv(LEVEL);
    if (level == null || !level.matches("\\d")) {
      return;
    }
    try {
      Function setLevel = NativeLibrary.getInstance(FrameworkLibrary.path()).getFunction(SET_LEVEL);
      setLevel.invokeVoid(new Object[] {Math.min(Integer.parseInt(level), FATAL)});
    } catch (UnsatisfiedLinkError e) {
      // another version of the library, whose notes then appear: no reason not to work
    }
  }
}
