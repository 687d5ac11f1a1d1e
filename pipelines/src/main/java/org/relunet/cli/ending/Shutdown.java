package org.relunet.cli.ending;

/** The JVM's end, which a signal may begin while the program still starts. */
public final class Shutdown {
  private Shutdown() {}

  /** Whether it has begun: what fails from then on was cut off, which is no failure. */
  public static boolean begun() {
    Thread probe = new Thread(() -> {}, "relunet-shutdown-probe");
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      return !Runtime.getRuntime().removeShutdownHook(probe);
    } catch (IllegalStateException e) {
      return true;
    }
  }
}
