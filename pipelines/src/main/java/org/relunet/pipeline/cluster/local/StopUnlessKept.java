package org.relunet.pipeline.cluster.local;

import java.io.IOException;

/** Stops a cluster that does not come up, an interrupt from the keyboard included. */
final class StopUnlessKept implements AutoCloseable {
  private final LocalCluster cluster;
  private final Thread atExit;
  private boolean kept;

  StopUnlessKept(LocalCluster cluster) {
    this.cluster = cluster;
    atExit = new Thread(this::stopAtExit, "relunet-cluster-stop");
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  void keep() {
    kept = true;
  }

  private void stopAtExit() {
    try {
      cluster.stop();
    } catch (IOException e) {
      // the process is ending; the next start or stop finds what is left
      return;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // the process is ending: the hook stops the cluster
      return;
    }
    if (!kept) {
      cluster.stop();
    }
  }
}
