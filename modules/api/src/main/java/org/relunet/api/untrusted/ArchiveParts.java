package org.relunet.api.untrusted;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.relunet.api.bounded.BoundedZip;

/**
 * The parts of a zip archive. A zip has two tables of its parts, one at its end and one spread over
 * it, and readers differ in which they believe; here it is the spread one, no name may come twice,
 * and libraries get a new archive, in which both agree.
 */
public final class ArchiveParts {
  private static final long NO_TIME = 315_532_800_000L; // 1980: the zip format knows none earlier

  private ArchiveParts() {}

  /** Takes the parts, one after the other. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * @param name as the archive has it; may be anything
     */
    void part(String name, byte[] content) throws IOException;
  }

  /**
   * Gives the parts to the visitor, in the archive's order; directories are left out.
   *
   * @param limits of what it may unpack to
   * @throws IOException if it is no archive, is damaged or too large, or holds two parts of one
   *     name
   */
  public static void read(BoundedZip limits, byte[] archive, Visitor visitor) throws IOException {
    Set<String> names = new HashSet<>();
    boolean[] visiting = {false};
    try {
      limits.read(
          new ByteArrayInputStream(archive),
          (entry, content) -> {
            if (!names.add(entry.getName())) {
              throw new IOException("it holds two parts of the name " + printable(entry.getName()));
            }
            if (!entry.isDirectory()) {
              byte[] part = content.readAllBytes();
              visiting[0] = true;
              visitor.part(entry.getName(), part);
              visiting[0] = false;
            }
            return true;
          });
    } catch (EOFException e) {
      throw new IOException("it is cut short", e);
    } catch (IllegalArgumentException e) {
      if (visiting[0]) {
        throw e;
      }
      // of a name that is not in the archive's encoding
      throw new IOException("it holds a part whose name can't be read", e);
    }
    if (names.isEmpty()) {
      throw new IOException("it is no archive, or an empty one");
    }
  }

  /** An archive of these parts, in their order. */
  public static byte[] write(Map<String, byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(1); // it lives for as long as it takes to read it
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTime(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new IllegalStateException("memory can be written to", e);
    }
    return bytes.toByteArray();
  }

  /** A stranger's text for a message: without control characters, and not too long. */
  public static String printable(String text) {
    String visible = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    return "'" + (visible.length() > 120 ? visible.substring(0, 120) + "..." : visible) + "'";
  }
}
