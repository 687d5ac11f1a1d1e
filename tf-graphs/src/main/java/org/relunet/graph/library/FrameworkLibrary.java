package org.relunet.graph.library;

import java.util.Map;
import org.bytedeco.javacpp.Loader;
import org.tensorflow.TensorFlow;

/** The file that holds TensorFlow's core: where its own C and C++ functions are called. */
public final class FrameworkLibrary {
  private static final String NAME = "tensorflow_framework";

  private FrameworkLibrary() {}

  /** Its path; it is loaded if it is not yet. */
  public static String path() {
    TensorFlow.version(); // loads the native libraries
    return Loader.getLoadedLibraries().entrySet().stream()
        .filter(loaded -> loaded.getKey().contains(NAME))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no library %s among %s".formatted(NAME, Loader.getLoadedLibraries())));
  }
}
