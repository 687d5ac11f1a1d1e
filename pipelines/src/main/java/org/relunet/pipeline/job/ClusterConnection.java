package org.relunet.pipeline.job;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Whether a cluster can be reached, asked before any work: Flink itself tries for a minute. */
final class ClusterConnection {
  private static final int TIMEOUT_MILLIS = 5_000;

  private ClusterConnection() {}

  /**
   * @param master host:port
   * @throws IllegalStateException if nobody answers there
   */
  static void require(String master) {
    int colon = master.lastIndexOf(':');
    String host = master.substring(0, colon);
    int port = Integer.parseInt(master.substring(colon + 1));
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
    } catch (IOException e) {
      throw new IllegalStateException(
          "no Flink cluster can be reached at "
              + master
              + " ("
              + e.getMessage()
              + "): name host and port of its REST interface",
          e);
    }
  }
}
