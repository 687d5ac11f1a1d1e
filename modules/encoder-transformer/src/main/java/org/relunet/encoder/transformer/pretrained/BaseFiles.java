package org.relunet.encoder.transformer.pretrained;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.relunet.api.plugin.PretrainedBase;
import org.relunet.api.plugin.Sha256;

/** Hashes of the files that an encoder was made of. */
final class BaseFiles {
  private BaseFiles() {}

  /** Those of a directory that are there. */
  static PretrainedBase files(Path directory, List<String> names) {
    SortedMap<String, String> hashes = new TreeMap<>();
    for (String name : names) {
      Path file = directory.resolve(name);
      if (Files.exists(file)) {
        hashes.put(name, Sha256.of(file));
      }
    }
    return new PretrainedBase(directory.toAbsolutePath().getFileName().toString(), hashes);
  }
}
