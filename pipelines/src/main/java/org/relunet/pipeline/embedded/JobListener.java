package org.relunet.pipeline.embedded;

import java.util.Optional;

/** Is told of the failures of a job, one after another. */
@FunctionalInterface
public interface JobListener {
  /** Hears nothing and lets Flink decide. */
  JobListener NONE = (failure, number, cause) -> Optional.empty();

  /**
   * The job has failed, and Flink is about to start it again.
   *
   * @param number of this failure, from 1
   * @param cause the failure itself
   * @return what ends the job instead; empty where it is to be started again
   */
  Optional<RuntimeException> failed(JobFailure failure, long number, Throwable cause);
}
