package org.relunet.cli.ending;

import java.util.concurrent.CountDownLatch;
import org.relunet.cli.Main;

/** Starts the program when the JVM has begun to end, as with a signal that comes early. */
final class EndedWhileStarting {
  private static final int STATUS = 143;

  private EndedWhileStarting() {}

  public static void main(String[] arguments) throws InterruptedException {
    CountDownLatch ending = new CountDownLatch(1);
    CountDownLatch started = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  ending.countDown();
                  await(started);
                }));
    new Thread(() -> System.exit(STATUS)).start();
    ending.await();
    try {
      Main.main(arguments);
    } finally {
      started.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
