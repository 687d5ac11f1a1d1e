package org.relunet.tokenizer.opennlp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Model files with other content in a part. */
final class Changed {
  private Changed() {}

  /** With the part in place of the one of its name, or after the others. */
  static byte[] part(byte[] model, String name, byte[] content) throws IOException {
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    boolean done = false;
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(model));
        ZipOutputStream out = new ZipOutputStream(changed)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        boolean here = entry.getName().equals(name);
        done |= here;
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(here ? content : in.readAllBytes());
      }
      if (!done) {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
      }
    }
    return changed.toByteArray();
  }
}
