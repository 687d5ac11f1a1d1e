package org.relunet.pipeline.cluster.local;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A cluster that a test starts; it is stopped even if the run of the tests is interrupted. */
public final class TestCluster implements AutoCloseable {
  private final LocalCluster cluster;
  private final Thread atExit;

  private TestCluster(LocalCluster cluster) {
    this.cluster = cluster;
    atExit = new Thread(this::stop, "stop-cluster");
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  public static TestCluster start(LocalClusterSettings settings) throws IOException {
    return new TestCluster(LocalCluster.start(settings));
  }

  public LocalCluster get() {
    return cluster;
  }

  private void stop() {
    try {
      cluster.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stop();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }
}
