package org.relunet.api.bounded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Unpacks zip archives of any origin: jars, models, weights. One that unpacks out of proportion to
 * its size ends in an error before it fills memory or disk.
 *
 * @param greatestBytes most that all entries may unpack to
 * @param mostEntries most entries
 */
public record BoundedZip(long greatestBytes, int mostEntries) {
  /** Takes the entries. */
  public interface Entries {
    /**
     * Takes one; what it leaves unread is skipped.
     *
     * @param content not to be closed
     * @return whether to go on with the next
     */
    boolean take(ZipEntry entry, InputStream content) throws IOException;
  }

  /**
   * Gives the entries in their order.
   *
   * @param archive read as far as entries are taken; the caller closes it
   * @throws TooLargeException if it unpacks to more than it may
   * @throws IOException if it is damaged
   */
  public void read(InputStream archive, Entries entries) throws IOException {
    RatioLimit limit = new RatioLimit(greatestBytes);
    ZipInputStream zip = new ZipInputStream(limit.packed(archive));
    InputStream content = limit.unpacked(zip);
    int count = 0;
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (++count > mostEntries) {
        throw new TooLargeException("it holds more than " + mostEntries + " files");
      }
      if (!entries.take(entry, content)) {
        return;
      }
      // closing the entry would unpack the rest of it without a limit
      content.transferTo(OutputStream.nullOutputStream());
    }
  }
}
