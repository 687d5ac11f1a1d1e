package org.relunet.parser.malt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.util.Set;
import org.relunet.api.plugin.AllowedObjects;

/**
 * Reads the Java-serialised objects of a model under an allow-list: weights, feature numbers, and
 * what these consist of. A class outside the list is refused before any of its code runs.
 */
final class SerializedObjects {
  private static final AllowedObjects ALLOWED =
      new AllowedObjects(
          Set.of(
              "org.maltparser.ml.lib.MaltLiblinearModel",
              "org.maltparser.ml.lib.FeatureMap",
              "org.maltparser.core.helper.HashMap",
              "de.bwaldvogel.liblinear.SolverType",
              "java.lang.Enum",
              "java.lang.Number",
              "java.lang.Integer",
              "java.lang.Long"),
          // the keys and values of MaltParser's map
          Set.of("java.lang.Object"),
          8);

  private SerializedObjects() {}

  /**
   * Reads one object.
   *
   * @throws InvalidClassException if a class is not on the list
   * @throws IOException if the bytes are no serialised object, or claim to be more than they are
   */
  static Object read(byte[] bytes) throws IOException {
    return ALLOWED.read(new ByteArrayInputStream(bytes), bytes.length);
  }
}
