package org.relunet.api.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.util.Set;

/**
 * Reads the Java-serialised objects of a plugin's models under an allow-list. A class outside the
 * list is refused before any of its code runs.
 *
 * @param classes names of the classes that models consist of
 * @param onlyInArrays names of element types of arrays that collections are read through; no object
 *     may be of such a type
 * @param greatestDepth most levels of objects within objects
 */
public record AllowedObjects(Set<String> classes, Set<String> onlyInArrays, int greatestDepth) {
  public AllowedObjects {
    classes = Set.copyOf(classes);
    onlyInArrays = Set.copyOf(onlyInArrays);
  }

  /**
   * Reads one object.
   *
   * @throws InvalidClassException if a class is not on the list
   * @throws IOException if the bytes are no serialised object
   */
  public Object read(InputStream bytes) throws IOException {
    // what was refused, for the error: the stream's own message does not tell
    String[] refused = {"too deep a structure"};
    try (ObjectInputStream objects = new ObjectInputStream(bytes)) {
      objects.setObjectInputFilter(
          info -> {
            boolean allowed = info.depth() <= greatestDepth && isAllowed(info.serialClass());
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

  private boolean isAllowed(Class<?> type) {
    if (type == null) {
      return true; // only a size is asked about
    }
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    return element.isPrimitive()
        || classes.contains(element.getName())
        || type.isArray() && onlyInArrays.contains(element.getName());
  }
}
