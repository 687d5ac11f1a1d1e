package org.relunet.pipeline.name;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Makes IRIs of names: what RFC 3986 reserves or does not allow is percent-encoded as UTF-8. */
public final class Iri {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Iri() {}

  /** The name with every byte but letters, digits and {@code - . _ ~} percent-encoded. */
  public static String encode(String name) {
    StringBuilder encoded = new StringBuilder(name.length() + 16);
    for (byte unit : name.getBytes(StandardCharsets.UTF_8)) {
      if (unreserved(unit)) {
        encoded.append((char) unit);
      } else {
        encoded.append('%').append(HEX.toHexDigits(unit));
      }
    }
    return encoded.toString();
  }

  private static boolean unreserved(byte unit) {
    return unit >= 'a' && unit <= 'z'
        || unit >= 'A' && unit <= 'Z'
        || unit >= '0' && unit <= '9'
        || unit == '-'
        || unit == '.'
        || unit == '_'
        || unit == '~';
  }
}
