package org.relunet.pipeline.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.relunet.pipeline.cluster.ClusterException;
import org.relunet.pipeline.cluster.FlinkJobs;
import org.relunet.pipeline.cluster.FreePorts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Flink inside this process is told, and how its job is stopped. */
final class EmbeddedFlink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedFlink.class);
  private static final String LOOPBACK = "127.0.0.1";
  private static final Duration TIME_TO_STOP = Duration.ofSeconds(30);

  private final Path directory;
  private final int restPort;

  EmbeddedFlink(OptionalInt metricsPort) throws IOException {
    directory = Files.createTempDirectory("relunet-stream");
    restPort = FreePorts.find(1).get(0);
    Files.write(directory.resolve("config.yaml"), configuration(metricsPort));
  }

  private List<String> configuration(OptionalInt metricsPort) {
    List<String> lines = new ArrayList<>();
    lines.add("rest.address: " + LOOPBACK);
    lines.add("rest.bind-address: " + LOOPBACK);
    lines.add("rest.port: " + restPort);
    lines.add("rest.bind-port: '" + restPort + "'");
    metricsPort.ifPresent(
        port -> {
          lines.add(
              "metrics.reporter.prometheus.factory.class:"
                  + " org.apache.flink.metrics.prometheus.PrometheusReporterFactory");
          lines.add("metrics.reporter.prometheus.port: '" + port + "'");
        });
    return lines;
  }

  /** Directory of Flink's configuration. */
  String configurationDirectory() {
    return directory.toString();
  }

  /**
   * Stops the job after what it has read is written. Where that can't be, nothing is lost: what was
   * not written is read again by the next job of the group.
   */
  void stopJobs() {
    try {
      FlinkJobs jobs = new FlinkJobs(LOOPBACK + ":" + restPort);
      for (FlinkJobs.Job job : jobs.all()) {
        if (job.isActive()) {
          jobs.stop(job.id(), directory.resolve("savepoints").toUri().toString(), TIME_TO_STOP);
        }
      }
    } catch (ClusterException e) {
      LOG.warn("not stopped in order: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("{} is left behind", directory, e);
    }
  }
}
