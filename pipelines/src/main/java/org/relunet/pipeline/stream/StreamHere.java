package org.relunet.pipeline.stream;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.beam.sdk.Pipeline;
import org.relunet.pipeline.embedded.EmbeddedFlink;
import org.relunet.pipeline.health.HealthReport;
import org.relunet.pipeline.health.HealthServer;
import org.relunet.pipeline.health.MetricsText;
import org.relunet.pipeline.kafka.BrokerWatch;
import org.relunet.pipeline.kafka.GroupPresence;

/** A stream inside this process, and what it tells of itself. */
final class StreamHere implements AutoCloseable {
  private static final Duration BETWEEN_LOOKS_AT_THE_BROKER = Duration.ofSeconds(10);

  private final GroupPresence presence;
  private final BrokerWatch broker;
  private final EmbeddedFlink flink;
  private final Optional<HealthServer> health;

  /**
   * @param modelVersion the model of the moment
   * @param messages is told each failure
   * @throws org.relunet.pipeline.kafka.KafkaProblem if another process reads for the group
   * @throws org.relunet.pipeline.health.HealthException if it cannot tell where it was asked to
   */
  StreamHere(
      StreamRequest request,
      StreamPlan plan,
      Supplier<String> modelVersion,
      Consumer<String> messages)
      throws IOException {
    Optional<MetricsText> metrics = request.health().map(address -> new MetricsText());
    EmbeddedFlink embedded = new EmbeddedFlink(new StreamFailures(plan.group(), messages), metrics);
    flink = embedded;
    health =
        server(request, () -> new HealthReport(embedded.health(), modelVersion.get()), metrics);
    try {
      presence = GroupPresence.of(plan.connection(), plan.group(), plan.inputTopics(), messages);
    } catch (RuntimeException e) {
      health.ifPresent(HealthServer::close);
      flink.close();
      throw e;
    }
    broker = new BrokerWatch(plan.connection(), BETWEEN_LOOKS_AT_THE_BROKER, messages);
    health.ifPresent(
        server -> {
          String address = server.address().getAddress().getHostAddress();
          messages.accept(
              "/metrics, /live and /ready are at %s:%d"
                  .formatted(address, server.address().getPort()));
        });
  }

  private Optional<HealthServer> server(
      StreamRequest request, Supplier<HealthReport> report, Optional<MetricsText> metrics) {
    try {
      return request
          .health()
          .map(address -> new HealthServer(address, report, metrics.orElseThrow()));
    } catch (RuntimeException e) {
      flink.close();
      throw e;
    }
  }

  /** Runs until the signal is given, or the job fails for good. */
  void run(Pipeline pipeline, StopSignal signal) {
    signal.whenGiven(flink::stop);
    flink.run(pipeline);
  }

  @Override
  public void close() {
    broker.close();
    presence.close();
    health.ifPresent(HealthServer::close);
    flink.close();
  }
}
