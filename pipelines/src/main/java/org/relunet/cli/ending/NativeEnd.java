package org.relunet.cli.ending;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Ends the process without the destructors of native libraries. The JVM, {@link Runtime#halt}
 * included, ends by the C library's {@code exit}, which destroys the static objects of TensorFlow
 * and oneDNN while their threads may still be computing with them: a crash, in place of the exit
 * status. They hold nothing that would have to be written.
 */
public final class NativeEnd {
  private static final Path LIBRARIES = Path.of("/proc/self/maps");

  private NativeEnd() {}

  /** Does {@link #withoutDestructors} when the JVM begins to end, for whatever reason. */
  public static void prepare() {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(NativeEnd::withoutDestructors, "relunet-native-end"));
  }

  /**
   * From now on {@code exit} ends the process with its status and does nothing else. What it does
   * is done last registered first, so that this must come after all libraries were loaded.
   */
  static void withoutDestructors() {
    if (!hasTensorFlow()) {
      return;
    }
    try {
      NativeLibrary c = NativeLibrary.getInstance("c");
      c.getFunction("on_exit").invokeInt(new Object[] {c.getFunction("_exit"), Pointer.NULL});
    } catch (UnsatisfiedLinkError e) {
      // a C library without on_exit: the process ends as it can
      return;
    }
  }

  private static boolean hasTensorFlow() {
    try (Stream<String> lines = Files.lines(LIBRARIES)) {
      return lines.anyMatch(line -> line.contains("libtensorflow"));
    } catch (IOException | RuntimeException e) {
      return false; // not Linux
    }
  }
}
