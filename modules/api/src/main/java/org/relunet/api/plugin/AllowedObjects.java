package org.relunet.api.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.InvalidObjectException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.util.Set;

/**
 * Reads the Java-serialised objects of a plugin's models under an allow-list. A class outside the
 * list is refused before any of its code runs, and an array that the stream is too short to fill
 * before it takes memory.
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
   * @param length the most bytes that the stream has
   * @throws InvalidClassException if a class is not on the list
   * @throws InvalidObjectException if arrays or collections claim more elements than there are
   *     bytes
   * @throws IOException if the bytes are no serialised object
   */
  public Object read(InputStream bytes, long length) throws IOException {
    Filter filter = new Filter(length);
    try (ObjectInputStream objects = new CountedObjects(bytes, length, filter)) {
      objects.setObjectInputFilter(filter);
      return objects.readObject();
    } catch (InvalidClassException e) {
      if (filter.contradiction.isEmpty()) {
        throw new InvalidClassException(filter.refused, "not allowed in a model");
      }
      throw new InvalidObjectException(filter.contradiction);
    } catch (ClassNotFoundException e) {
      throw new InvalidClassException(e.getMessage(), "not allowed in a model");
    } catch (RuntimeException e) {
      // what is allowed may still contradict itself
      InvalidObjectException contradiction =
          new InvalidObjectException(
              filter.contradiction.isEmpty()
                  ? "objects that contradict themselves: " + e
                  : filter.contradiction);
      contradiction.initCause(e);
      throw contradiction;
    }
  }

  /** Classes by the list, arrays by what the stream can fill: an element takes a byte or more. */
  private final class Filter implements ObjectInputFilter {
    private long remaining;

    /** What claims to be larger than the stream; the stream itself may hide it behind another. */
    private String contradiction = "";

    /** What was refused, for the error: the stream's own message does not tell. */
    private String refused = "too deep a structure";

    Filter(long length) {
      this.remaining = length;
    }

    @Override
    public Status checkInput(FilterInfo info) {
      if (info.depth() > greatestDepth || !isAllowed(info.serialClass())) {
        if (info.serialClass() != null) {
          refused = info.serialClass().getName();
        }
        return Status.REJECTED;
      }
      if (info.arrayLength() > 0) {
        remaining -= info.arrayLength() * bytes(info.serialClass());
        if (remaining < 0) {
          contradiction = "arrays of more elements than there are bytes for";
          return Status.REJECTED;
        }
      }
      return Status.ALLOWED;
    }

    private long bytes(Class<?> array) {
      Class<?> element = array == null ? Object.class : array.getComponentType();
      if (element == long.class || element == double.class) {
        return Long.BYTES;
      }
      if (element == int.class || element == float.class) {
        return Integer.BYTES;
      }
      return element == short.class || element == char.class ? Short.BYTES : 1;
    }
  }

  /** Collections read their capacity as a number, which no filter sees. */
  private final class CountedObjects extends ObjectInputStream {
    private final Filter filter;
    private long remaining;

    CountedObjects(InputStream bytes, long length, Filter filter) throws IOException {
      super(bytes);
      this.remaining = length;
      this.filter = filter;
    }

    @Override
    public int readInt() throws IOException {
      int count = super.readInt();
      remaining -= count;
      if (count < 0 || remaining < 0) {
        filter.contradiction =
            "a collection of " + count + " elements, more than there are bytes for";
        throw new InvalidObjectException(filter.contradiction);
      }
      return count;
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
