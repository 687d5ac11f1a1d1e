package org.relunet.cli;

import java.io.PrintWriter;
import java.util.TreeMap;
import org.relunet.pipeline.cluster.local.ClusterAddresses;

/** How the addresses of a cluster are printed. */
final class ClusterAddressLines {
  private ClusterAddressLines() {}

  static void print(ClusterAddresses addresses, PrintWriter out) {
    out.println("flink-master " + addresses.flinkMaster());
    addresses.kafka().ifPresent(address -> out.println("kafka " + address));
    addresses.zooKeeper().ifPresent(address -> out.println("zookeeper " + address));
    new TreeMap<>(addresses.prometheus())
        .forEach((server, address) -> out.println("prometheus " + address + " " + server));
  }
}
