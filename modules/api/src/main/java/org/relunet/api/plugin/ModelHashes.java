package org.relunet.api.plugin;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What tells the models that a plugin reads from others: what is trained on a plugin's output, a
 * stored model, rests on them.
 *
 * @param sha256ByName hash of each file, 64 hexadecimal digits, by the setting that names the file,
 *     or the file's own name
 */
public record ModelHashes(SortedMap<String, String> sha256ByName) {
  /** Those of a plugin that reads no files. */
  public static final ModelHashes NONE = new ModelHashes(Collections.emptySortedMap());

  public ModelHashes {
    sha256ByName = Collections.unmodifiableSortedMap(new TreeMap<>(sha256ByName));
  }

  /** These and that of one more file. */
  public ModelHashes with(String name, byte[] content) {
    TreeMap<String, String> more = new TreeMap<>(sha256ByName);
    more.put(name, Sha256.of(content));
    return new ModelHashes(more);
  }
}
