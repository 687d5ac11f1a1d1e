package org.relunet.pipeline.cluster.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Whether anybody listens at an address. */
final class OpenPort {
  private static final int MILLIS_TO_CONNECT = 2_000;

  private OpenPort() {}

  /**
   * @param address host:port
   */
  static boolean at(String address) {
    int colon = address.lastIndexOf(':');
    InetSocketAddress there =
        new InetSocketAddress(
            address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    try (Socket socket = new Socket()) {
      socket.connect(there, MILLIS_TO_CONNECT);
      return true;
    } catch (IOException e) {
      // nobody does
      return false;
    }
  }
}
