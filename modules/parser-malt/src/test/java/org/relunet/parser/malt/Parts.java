package org.relunet.parser.malt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.relunet.api.bounded.BoundedZip;
import org.relunet.api.untrusted.ArchiveParts;

/** The parts of a model file, to be changed. */
record Parts(Map<String, byte[]> contents) {
  static Parts of(byte[] model) throws IOException {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    ArchiveParts.read(new BoundedZip(1L << 30, 100), model, contents::put);
    return new Parts(contents);
  }

  /** With this part in place of the one of its name, or after the others. */
  Parts with(String name, byte[] content) {
    Map<String, byte[]> changed = new LinkedHashMap<>(contents);
    changed.put(name, content);
    return new Parts(changed);
  }

  /** The text of a part. */
  String text(String name) {
    return new String(contents.get(name), UTF_8);
  }

  byte[] bytes() {
    return ArchiveParts.write(contents);
  }

  Path write(Path directory) throws IOException {
    return Files.write(directory.resolve("changed.mco"), bytes());
  }
}
