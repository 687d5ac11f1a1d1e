package org.relunet.model.store.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What identifies a file's content.
 *
 * @param size bytes
 * @param sha256 64 hexadecimal digits, lower case
 */
public record FileDigest(long size, String sha256) {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final int BUFFER_BYTES = 1 << 16;

  public FileDigest {
    if (size < 0) {
      throw new IllegalArgumentException("size " + size + " is negative");
    }
    requireSha256(sha256);
  }

  static String requireSha256(String sha256) {
    if (!SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException(
          "'" + sha256 + "' is not a SHA-256: 64 hexadecimal digits in lower case are expected");
    }
    return sha256;
  }

  /** Reads the file to its end. A symbolic link is an error. */
  public static FileDigest of(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return of(content);
    }
  }

  /** Reads the stream to its end; the caller closes it. */
  public static FileDigest of(InputStream content) throws IOException {
    MessageDigest digest = newDigest();
    byte[] buffer = new byte[BUFFER_BYTES];
    long size = 0;
    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
      digest.update(buffer, 0, read);
      size += read;
    }
    return new FileDigest(size, HexFormat.of().formatHex(digest.digest()));
  }

  /** Digest of the text in UTF-8. */
  public static FileDigest of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Digest of the bytes. */
  public static FileDigest of(byte[] bytes) {
    return new FileDigest(bytes.length, HexFormat.of().formatHex(newDigest().digest(bytes)));
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must have SHA-256", e);
    }
  }
}
