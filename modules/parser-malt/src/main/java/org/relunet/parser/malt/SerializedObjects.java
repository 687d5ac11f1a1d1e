package org.relunet.parser.malt;

import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.util.Set;

/**
 * Reads the Java-serialised objects of a model under an allow-list: weights, feature numbers, and
 * what these consist of. A class outside the list is refused before any of its code runs.
 */
final class SerializedObjects {
  private static final Set<String> ALLOWED =
      Set.of(
          "org.maltparser.ml.lib.MaltLiblinearModel",
          "org.maltparser.ml.lib.FeatureMap",
          "org.maltparser.core.helper.HashMap",
          "de.bwaldvogel.liblinear.SolverType",
          "java.lang.Enum",
          "java.lang.Number",
          "java.lang.Integer",
          "java.lang.Long");

  private static final int GREATEST_DEPTH = 8;

  private SerializedObjects() {}

  /**
   * Reads one object.
   *
   * @throws InvalidClassException if a class is not on the list
   * @throws IOException if the bytes are no serialised object
   */
  static Object read(InputStream bytes) throws IOException {
    // what was refused, for the error: the stream's own message does not tell
    String[] refused = {"too deep a structure"};
    try (ObjectInputStream objects = new ObjectInputStream(bytes)) {
      objects.setObjectInputFilter(
          info -> {
            boolean allowed = info.depth() <= GREATEST_DEPTH && isAllowed(info.serialClass());
            if (!allowed && info.serialClass() != null) {
              refused[0] = info.serialClass().getName();
            }
            return allowed ? ObjectInputFilter.Status.ALLOWED : ObjectInputFilter.Status.REJECTED;
          });
      return objects.readObject();
    } catch (InvalidClassException e) {
      throw new InvalidClassException(refused[0], "not allowed in a model");
    } catch (ClassNotFoundException e) {
      throw new InvalidClassException(e.getMessage(), "not allowed in a model");
    }
  }

  private static boolean isAllowed(Class<?> type) {
    if (type == null) {
      return true; // only a size is asked about
    }
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    return element.isPrimitive()
        || ALLOWED.contains(element.getName())
        || element == Object.class && type.isArray(); // the keys and values of MaltParser's map
  }
}
