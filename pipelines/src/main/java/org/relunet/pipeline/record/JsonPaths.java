package org.relunet.pipeline.record;

import com.fasterxml.jackson.core.JsonPointer;
import java.io.Serializable;

/**
 * Where a document stands in JSON, as JSON Pointers (RFC 6901).
 *
 * @param text such as {@code /payload/body}
 * @param id of the document's id
 */
public record JsonPaths(String text, String id) implements Serializable {
  /** Where the text stands if nothing else is said. */
  public static final String TEXT = "/text";

  /** Where the id stands if nothing else is said. */
  public static final String ID = "/id";

  /** Keys of the object itself. */
  public static final JsonPaths DEFAULT = new JsonPaths(TEXT, ID);

  /**
   * @throws IllegalArgumentException if one is no JSON Pointer to a value in an object
   */
  public JsonPaths {
    require(text);
    require(id);
  }

  private static void require(String path) {
    if (!path.startsWith("/") || path.length() == 1) {
      throw new IllegalArgumentException(
          "'" + path + "' is no JSON Pointer to a value; write '/text', or '/payload/body'");
    }
  }

  JsonPointer textPointer() {
    return JsonPointer.compile(text);
  }

  JsonPointer idPointer() {
    return JsonPointer.compile(id);
  }
}
