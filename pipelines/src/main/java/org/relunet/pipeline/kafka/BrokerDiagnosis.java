package org.relunet.pipeline.kafka;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.stream.Stream;

/**
 * Why no broker answers, as far as can be seen from here: the client itself knows only that its
 * time is over.
 */
final class BrokerDiagnosis {
  private static final int MILLIS_TO_CONNECT = 2_000;

  private BrokerDiagnosis() {}

  /** For a person; what is wrong with each address. */
  static String of(KafkaConnection connection) {
    String protocol = connection.admin().getOrDefault("security.protocol", "PLAINTEXT").toString();
    return Stream.of(connection.bootstrapServers().split(","))
        .map(String::strip)
        .map(address -> of(address, protocol))
        .collect(joining("; "));
  }

  private static String of(String address, String protocol) {
    int colon = address.lastIndexOf(':');
    try (Socket socket = new Socket()) {
      InetSocketAddress place =
          new InetSocketAddress(
              address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
      if (place.isUnresolved()) {
        return "the host of " + address + " is not known";
      }
      socket.connect(place, MILLIS_TO_CONNECT);
      return address
          + " takes connections, but does not answer as Kafka with security.protocol="
          + protocol
          + ": the broker may want another";
    } catch (ConnectException e) {
      return "nothing listens at " + address;
    } catch (IOException | RuntimeException e) {
      return address + " cannot be connected to: " + e.getMessage();
    }
  }
}
