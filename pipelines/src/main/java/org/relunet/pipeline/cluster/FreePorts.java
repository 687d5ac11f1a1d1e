package org.relunet.pipeline.cluster;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Ports of the loopback interface that nobody listens on.
 *
 * <p>They lie below those that systems give to outgoing connections: a server that is started again
 * finds its port free, and no client that tries to reach it meanwhile gets that port and talks to
 * itself.
 */
public final class FreePorts {
  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;

  private FreePorts() {}

  /** Different ones: all are held until the last is found. */
  public static List<Integer> find(int count) throws IOException {
    Random random = new Random();
    List<ServerSocket> held = new ArrayList<>();
    try {
      while (held.size() < count) {
        hold(random.nextInt(FIRST, LAST), held);
      }
      return held.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
  }

  private static void hold(int port, List<ServerSocket> held) throws IOException {
    try {
      held.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
    } catch (BindException e) {
      // in use: the next one may be free
      return;
    }
  }
}
