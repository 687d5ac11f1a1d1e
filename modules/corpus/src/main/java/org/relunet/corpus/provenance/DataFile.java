package org.relunet.corpus.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A data file as a model's provenance records it.
 *
 * @param name the file's name, without its folder
 * @param bytes the file's size
 * @param sha256 SHA-256 of its content, 64 lower-case hexadecimal digits
 */
public record DataFile(String name, long bytes, String sha256) {
  private static final int BUFFER_BYTES = 1 << 16;

  /** Reads the file once, whatever its size, without holding it. */
  public static DataFile of(Path file) throws IOException {
    MessageDigest digest = newDigest();
    long bytes = 0;
    try (InputStream content = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        digest.update(buffer, 0, read);
        bytes += read;
      }
    }
    return new DataFile(
        file.getFileName().toString(), bytes, HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
