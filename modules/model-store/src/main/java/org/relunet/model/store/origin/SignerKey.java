package org.relunet.model.store.origin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the public key of who signs models: a PEM file, as {@code openssl pkey -pubout} writes. */
public final class SignerKey {
  static final String ALGORITHM = "Ed25519";

  private static final Pattern PEM =
      Pattern.compile(
          "\\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----\\s*");

  private SignerKey() {}

  /**
   * @throws IllegalArgumentException if the file can't be read, or holds no such key
   */
  public static PublicKey read(Path file) {
    try {
      Matcher pem = PEM.matcher(Files.readString(file, StandardCharsets.US_ASCII));
      if (!pem.matches()) {
        throw noKey(file, null);
      }
      byte[] key = Base64.getMimeDecoder().decode(pem.group(1));
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(key));
    } catch (IOException e) {
      throw new IllegalArgumentException("the key of models " + file + " can't be read: " + e, e);
    } catch (GeneralSecurityException e) {
      throw noKey(file, e);
    }
  }

  private static IllegalArgumentException noKey(Path file, Exception cause) {
    return new IllegalArgumentException(
        file + " holds no public Ed25519 key in PEM, as `openssl pkey -pubout` writes it", cause);
  }
}
