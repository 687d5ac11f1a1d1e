package org.relunet.pipeline.health;

/**
 * Where a process tells of itself.
 *
 * @param host name or address of the interface; the loopback interface where nobody wants another
 * @param port 0 for any that is free
 */
public record HealthAddress(String host, int port) {
  public static final String LOOPBACK = "127.0.0.1";

  private static final int LAST_PORT = 65_535;

  public HealthAddress {
    if (port < 0 || port > LAST_PORT) {
      throw new IllegalArgumentException(
          "a port is a number from 0 to %d, not %d".formatted(LAST_PORT, port));
    }
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
