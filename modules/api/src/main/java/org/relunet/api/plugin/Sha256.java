package org.relunet.api.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash by which a file is known again, as 64 hexadecimal digits. */
public final class Sha256 {
  private Sha256() {}

  /** Of a file. */
  public static String of(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      return of(content);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /** Of the bytes. */
  public static String of(byte[] content) {
    return HexFormat.of().formatHex(digest().digest(content));
  }

  /** Of all that is left of a stream. */
  public static String of(InputStream content) throws IOException {
    return copying(content, OutputStream.nullOutputStream());
  }

  /** Of all that is left of a stream, which is copied on the way. */
  public static String copying(InputStream content, OutputStream target) throws IOException {
    MessageDigest digest = digest();
    new DigestInputStream(content, digest).transferTo(target);
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
