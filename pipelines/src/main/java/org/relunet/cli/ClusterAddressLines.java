package org.relunet.cli;

import java.io.PrintWriter;
import org.relunet.pipeline.cluster.local.ClusterAddresses;

/** How the addresses of a cluster are printed. */
final class ClusterAddressLines {
  private ClusterAddressLines() {}

  static void print(ClusterAddresses addresses, PrintWriter out) {
    out.println("flink-master " + addresses.flinkMaster());
    addresses.kafka().ifPresent(address -> out.println("kafka " + address));
  }
}
