package org.relunet.pipeline.embedded;

import java.util.Optional;

/**
 * How a job is at a moment.
 *
 * @param state Flink's name of its state, such as {@code RUNNING}; {@code STARTING} before there is
 *     one
 * @param working whether all its tasks run
 * @param failures how often it failed since it was started
 * @param lastFailure the last of them
 */
public record JobHealth(
    String state, boolean working, long failures, Optional<JobFailure> lastFailure) {
  static final JobHealth STARTING = new JobHealth("STARTING", false, 0, Optional.empty());
}
