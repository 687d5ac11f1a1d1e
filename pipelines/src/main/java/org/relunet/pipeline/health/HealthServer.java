package org.relunet.pipeline.health;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * {@code /live}: the process answers. {@code /ready}: its job works; status 503 while it starts or
 * is started again. Both say in JSON how the job is. {@code /metrics}: for Prometheus. Nothing else
 * is there, and only {@code GET} and {@code HEAD} are answered.
 */
public final class HealthServer implements AutoCloseable {
  private static final int THREADS = 2;
  private static final String JSON = "application/json";

  /** Seconds for a request to arrive, and for its answer to be taken: nobody holds a thread. */
  private static final String LONGEST_SECONDS = "10";

  private final HttpServer server;
  private final ExecutorService threads;
  private final Supplier<HealthReport> health;
  private final MetricsText metrics;

  /**
   * Listens from now on.
   *
   * @param health asked for each answer
   * @throws HealthException if it cannot listen there
   */
  public HealthServer(HealthAddress address, Supplier<HealthReport> health, MetricsText metrics) {
    this.health = health;
    this.metrics = metrics;
    server = listen(address);
    threads =
        Executors.newFixedThreadPool(
            THREADS,
            work -> {
              Thread thread = new Thread(work, "relunet-health");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  private static HttpServer listen(HealthAddress address) {
    // read by the JDK when it makes its first server
    System.setProperty("sun.net.httpserver.maxReqTime", LONGEST_SECONDS);
    System.setProperty("sun.net.httpserver.maxRspTime", LONGEST_SECONDS);
    try {
      InetAddress host = InetAddress.getByName(address.host());
      return HttpServer.create(new InetSocketAddress(host, address.port()), 0);
    } catch (BindException e) {
      throw new HealthException(
          "metrics cannot be offered at %s (%s): name another --metrics-port, or an address of this machine as --metrics-address"
              .formatted(address, e.getMessage()),
          e);
    } catch (UnknownHostException e) {
      throw new HealthException(
          "metrics cannot be offered at %s: there is no host '%s' (--metrics-address)"
              .formatted(address, address.host()),
          e);
    } catch (IOException e) {
      throw new HealthException(
          "metrics cannot be offered at %s: %s".formatted(address, e.getMessage()), e);
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      if (!method.equals("GET") && !method.equals("HEAD")) {
        send(exchange, HttpURLConnection.HTTP_BAD_METHOD, "text/plain", "only GET is answered\n");
        return;
      }
      switch (exchange.getRequestURI().getPath()) {
        case "/live" -> send(exchange, HttpURLConnection.HTTP_OK, JSON, health.get().json());
        case "/ready" -> {
          HealthReport report = health.get();
          int status =
              report.job().working()
                  ? HttpURLConnection.HTTP_OK
                  : HttpURLConnection.HTTP_UNAVAILABLE;
          send(exchange, status, JSON, report.json());
        }
        case "/metrics" ->
            send(exchange, HttpURLConnection.HTTP_OK, MetricsText.CONTENT_TYPE, metrics.text());
        default ->
            send(
                exchange,
                HttpURLConnection.HTTP_NOT_FOUND,
                "text/plain",
                "/live, /ready and /metrics are here\n");
      }
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
