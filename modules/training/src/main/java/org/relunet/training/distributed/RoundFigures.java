package org.relunet.training.distributed;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a round took. Communication is all of it but steps and waiting: weights to a file and into
 * the networks, changes out of them, into files and together.
 *
 * @param sentences that all workers learned from
 * @param loss mean over workers and steps
 * @param bytes of weights and changes: written once and read by all, written by each and read once
 * @param seconds from its begin to its end
 * @param driverSeconds of them the driver worked: it wrote weights, and read and joined changes
 * @param slowestStepSeconds of the worker whose steps took longest
 * @param exchangeSeconds to read weights and write the change, of the worker that took longest
 * @param stateSeconds to keep the optimizer's state, of the worker that took longest
 */
public record RoundFigures(
    long sentences,
    double loss,
    long bytes,
    double seconds,
    double driverSeconds,
    double slowestStepSeconds,
    double exchangeSeconds,
    double stateSeconds) {

  static RoundFigures of(
      List<WorkerReport> reports, long bytes, double seconds, double driverSeconds) {
    return new RoundFigures(
        reports.stream().mapToLong(WorkerReport::sentences).sum(),
        reports.stream().mapToDouble(WorkerReport::loss).average().orElseThrow(),
        bytes,
        seconds,
        driverSeconds,
        reports.stream().mapToDouble(WorkerReport::stepSeconds).max().orElseThrow(),
        reports.stream()
            .mapToDouble(report -> report.readSeconds() + report.writeSeconds())
            .max()
            .orElseThrow(),
        reports.stream().mapToDouble(WorkerReport::stateSeconds).max().orElseThrow());
  }

  /** Seconds that the exchange of weights and changes took. */
  public double communicationSeconds() {
    return driverSeconds + exchangeSeconds;
  }

  /** By name, for the metrics. */
  public Map<String, Double> details() {
    return new TreeMap<>(
        Map.of(
            "roundSeconds", seconds,
            "communicationBytes", (double) bytes,
            "communicationSeconds", communicationSeconds(),
            "driverSeconds", driverSeconds,
            "slowestStepSeconds", slowestStepSeconds,
            "stateSeconds", stateSeconds));
  }
}
