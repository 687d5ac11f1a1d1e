package org.relunet.pipeline.cluster;

/** A cluster cannot be started, reached or used; the message says what to do. */
public final class ClusterException extends RuntimeException {
  public ClusterException(String message) {
    super(message);
  }

  public ClusterException(String message, Throwable cause) {
    super(message, cause);
  }
}
