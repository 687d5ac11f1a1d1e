package org.relunet.pipeline.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Looks whether a job's group and transactional ids may be used, where brokers have rules for that.
 */
final class AccessCheck {
  private static final int TIMEOUT_MILLIS = 30_000;

  private AccessCheck() {}

  /**
   * What is not allowed, a sentence each.
   *
   * @param transactions whether the job writes in transactions
   */
  static List<String> problems(
      KafkaConnection connection, Admin admin, String group, boolean transactions) {
    List<String> problems = new ArrayList<>();
    group(admin, group, problems);
    if (transactions) {
      transactions(connection, group, problems);
    }
    return problems;
  }

  private static void group(Admin admin, String group, List<String> problems) {
    DescribeConsumerGroupsOptions options =
        new DescribeConsumerGroupsOptions()
            .includeAuthorizedOperations(true)
            .timeoutMs(TIMEOUT_MILLIS);
    try {
      Set<AclOperation> allowed =
          admin
              .describeConsumerGroups(List.of(group), options)
              .describedGroups()
              .get(group)
              .get()
              .authorizedOperations();
      if (allowed != null && !allowed.contains(AclOperation.READ)) {
        problems.add(
            "group '%s' may not be used: the operation READ is not allowed".formatted(group));
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AuthorizationException) {
        problems.add("group '%s' may not be used: %s".formatted(group, e.getCause().getMessage()));
      }
      // anything else says nothing of what is allowed
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaProblem("interrupted while asking Kafka", e);
    }
  }

  /** Only an attempt tells it: brokers describe no rules of transactional ids. */
  private static void transactions(
      KafkaConnection connection, String group, List<String> problems) {
    Map<String, Object> properties = connection.producer(1 << 20);
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, group + "/relunet-check");
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, TIMEOUT_MILLIS);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
    } catch (KafkaException e) {
      problems.add(
          "transactional ids that begin with '%s/' may not be used (%s): allow WRITE and DESCRIBE"
                  .formatted(group, e.getMessage())
              + " on that prefix, or set stream.delivery to at-least-once");
    }
  }
}
