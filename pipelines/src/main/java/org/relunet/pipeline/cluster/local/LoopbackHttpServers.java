package org.relunet.pipeline.cluster.local;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import com.sun.net.httpserver.spi.HttpServerProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.relunet.common.directories.PrivateFiles;

/**
 * Keeps the JDK's HTTP servers on the loopback interface, whatever interface they are asked for.
 * Flink's Prometheus reporter asks for all of them, and has no setting for it.
 *
 * <p>It stands on the class path of Flink's processes, without anything else of this program.
 */
public final class LoopbackHttpServers extends HttpServerProvider {
  private static final String OF_THE_JDK = "sun.net.httpserver.DefaultHttpServerProvider";

  private final HttpServerProvider jdk;

  /** Called by the JDK. */
  public LoopbackHttpServers() throws ReflectiveOperationException {
    jdk = (HttpServerProvider) Class.forName(OF_THE_JDK).getConstructor().newInstance();
  }

  /** What makes a JVM use it. */
  static List<String> javaOptions() {
    return List.of(
        "-Dcom.sun.net.httpserver.HttpServerProvider=" + LoopbackHttpServers.class.getName(),
        "--add-exports=jdk.httpserver/sun.net.httpserver=ALL-UNNAMED");
  }

  /**
   * Writes this class where it can be found.
   *
   * @param directory an entry of a class path
   */
  static void write(Path directory) throws IOException {
    String resource = LoopbackHttpServers.class.getName().replace('.', '/') + ".class";
    Path file = directory.resolve(resource);
    PrivateFiles.createDirectories(file.getParent());
    try (InputStream bytes =
            LoopbackHttpServers.class.getClassLoader().getResourceAsStream(resource);
        OutputStream out = PrivateFiles.newOutputStream(file)) {
      bytes.transferTo(out);
    }
  }

  @Override
  public HttpServer createHttpServer(InetSocketAddress address, int backlog) throws IOException {
    return jdk.createHttpServer(onLoopback(address), backlog);
  }

  @Override
  public HttpsServer createHttpsServer(InetSocketAddress address, int backlog) throws IOException {
    return jdk.createHttpsServer(onLoopback(address), backlog);
  }

  private static InetSocketAddress onLoopback(InetSocketAddress address) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort());
  }
}
