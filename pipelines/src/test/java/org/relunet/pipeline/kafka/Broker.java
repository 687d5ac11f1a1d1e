package org.relunet.pipeline.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.relunet.pipeline.cluster.FreePorts;

/** A broker of Kafka inside this process, one for all tests, each of which has its own topics. */
public final class Broker extends TopicClient implements ExtensionContext.Store.CloseableResource {
  private final KafkaRaftServer server;

  private Broker(List<Integer> ports) throws Exception {
    super("127.0.0.1:" + ports.get(0));
    Path directory = Files.createTempDirectory("relunet-broker");
    Formatter formatter =
        new Formatter()
            .setClusterId(Uuid.randomUuid().toString())
            .setNodeId(1)
            .setControllerListenerName("CONTROLLER")
            .setMetadataLogDirectory(directory.toString())
            .addDirectory(directory.toString());
    formatter.run();
    server = new KafkaRaftServer(new KafkaConfig(properties(directory, ports)), Time.SYSTEM);
    server.startup();
  }

  private static Properties properties(Path directory, List<Integer> ports) {
    String broker = "PLAINTEXT://127.0.0.1:" + ports.get(0);
    Properties all = new Properties();
    all.put("process.roles", "broker,controller");
    all.put("node.id", "1");
    all.put("controller.quorum.voters", "1@127.0.0.1:" + ports.get(1));
    all.put("listeners", broker + ",CONTROLLER://127.0.0.1:" + ports.get(1));
    all.put("advertised.listeners", broker);
    all.put("controller.listener.names", "CONTROLLER");
    all.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    all.put("log.dirs", directory.toString());
    all.put("auto.create.topics.enable", "false");
    all.put("offsets.topic.replication.factor", "1");
    all.put("offsets.topic.num.partitions", "2");
    all.put("transaction.state.log.replication.factor", "1");
    all.put("transaction.state.log.min.isr", "1");
    all.put("transaction.state.log.num.partitions", "2");
    all.put("group.initial.rebalance.delay.ms", "0");
    all.put("message.max.bytes", "8000000");
    // messages of tests have timestamps of long ago
    all.put("log.retention.ms", "-1");
    return all;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  /** Gives tests the broker. */
  public static final class Resolver implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Broker.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .getOrComputeIfAbsent(Broker.class, missing -> start(), Broker.class);
    }

    private static Broker start() {
      try {
        return new Broker(FreePorts.find(2));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
