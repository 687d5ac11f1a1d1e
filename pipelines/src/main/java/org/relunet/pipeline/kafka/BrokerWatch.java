package org.relunet.pipeline.kafka;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/**
 * Tells when no broker answers any more, and when one does again: once each, where Kafka's own
 * clients, whose loggers are off, would say so every second and with stack traces.
 */
public final class BrokerWatch implements AutoCloseable {
  private final KafkaConnection connection;
  private final Duration every;
  private final Consumer<String> messages;
  private final Admin admin;
  private final Thread thread;

  /**
   * Begins to watch.
   *
   * @param every time from one look to the next, and for an answer
   */
  public BrokerWatch(KafkaConnection connection, Duration every, Consumer<String> messages) {
    this.connection = connection;
    this.every = every;
    this.messages = messages;
    admin = Admin.create(connection.admin());
    thread = new Thread(this::watch, "relunet-broker-watch");
    thread.setDaemon(true);
    thread.start();
  }

  private void watch() {
    boolean answered = true;
    try {
      while (true) {
        Thread.sleep(every.toMillis());
        boolean answers = answers();
        if (answered && !answers) {
          messages.accept(
              "warning: no broker of Kafka answers, so the stream waits: "
                  + BrokerDiagnosis.of(connection));
        } else if (answers && !answered) {
          messages.accept("Kafka answers again");
        }
        answered = answers;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  private boolean answers() throws InterruptedException {
    try {
      int millis = Math.toIntExact(every.toMillis());
      admin.describeCluster(new DescribeClusterOptions().timeoutMs(millis)).nodes().get();
      return true;
    } catch (ExecutionException e) {
      return false;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    admin.close(Duration.ZERO);
  }
}
