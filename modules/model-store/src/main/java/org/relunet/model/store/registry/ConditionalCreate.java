package org.relunet.model.store.registry;

import java.io.IOException;
import java.util.Set;

/**
 * What object storage needs so that of several who change an alias one wins; found by {@link
 * java.util.ServiceLoader}.
 */
public interface ConditionalCreate {
  /** Such as {@code s3}. */
  Set<String> schemes();

  /**
   * Writes an object at once, unless there is one.
   *
   * @param address such as {@code s3://bucket/key}
   * @return false if there is one already, or another was made at the same time
   */
  boolean create(String address, byte[] content) throws IOException;
}
