package org.relunet.api.plugin;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The pre-trained files that an encoder reads: a stored model needs the same ones again.
 *
 * @param artifact where they are had: {@code group:name:version} of a Maven artifact, or the name
 *     of a directory
 * @param sha256ByResource hash of each file, 64 hexadecimal digits, by its name in the artifact; at
 *     least one
 */
public record PretrainedBase(String artifact, SortedMap<String, String> sha256ByResource) {
  public PretrainedBase {
    if (artifact.isBlank() || sha256ByResource.isEmpty()) {
      throw new IllegalArgumentException("a base has an artifact's name and at least one file");
    }
    sha256ByResource = Collections.unmodifiableSortedMap(new TreeMap<>(sha256ByResource));
  }
}
