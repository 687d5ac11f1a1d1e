package org.relunet.pipeline.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.relunet.config.problem.KnownNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the properties that a user gives to Kafka's clients, which themselves ignore a name that
 * they do not know, and take {@code ${env:NAME}} for the value where there is no such variable.
 */
final class ClientProperties {
  private static final Logger LOG = LoggerFactory.getLogger(ClientProperties.class);
  private static final Map<String, Set<String>> KINDS =
      Map.of(
          "consumer.", ConsumerConfig.configNames(),
          "producer.", ProducerConfig.configNames(),
          "admin.", AdminClientConfig.configNames());

  private final Map<String, String> environment;

  /**
   * @param environment where {@code ${env:NAME}} looks
   */
  ClientProperties(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * @param source where the properties come from, for messages
   * @throws KafkaProblem naming all that is wrong
   */
  void require(String source, Map<String, String> properties) {
    List<String> problems = new ArrayList<>();
    SecretReferences references = new SecretReferences(environment, providers(properties));
    new TreeMap<>(properties)
        .forEach(
            (name, value) -> {
              misspelt(name).ifPresent(problems::add);
              references.problems(value).forEach(problem -> problems.add(name + ": " + problem));
            });
    if (!problems.isEmpty()) {
      throw new KafkaProblem(source + ": " + String.join("; ", problems));
    }
  }

  private static Set<String> providers(Map<String, String> properties) {
    Set<String> names = new TreeSet<>(Set.of("env", "file"));
    String own = properties.getOrDefault(AbstractConfig.CONFIG_PROVIDERS_CONFIG, "");
    for (String name : own.split(",")) {
      names.add(name.strip());
    }
    names.remove("");
    return names;
  }

  /** A name that no client knows, where it looks like one that they know. */
  private static Optional<String> misspelt(String given) {
    String kind = KINDS.keySet().stream().filter(given::startsWith).findFirst().orElse("");
    String name = given.substring(kind.length());
    Set<String> known = kind.isEmpty() ? ofAnyKind() : KINDS.get(kind);
    if (known.contains(name) || name.startsWith(AbstractConfig.CONFIG_PROVIDERS_CONFIG)) {
      return Optional.empty();
    }
    KnownNames names = new KnownNames("property of Kafka's clients", known);
    if (names.closest(name).isEmpty()) {
      // a class that the user names, such as an interceptor, may have properties of its own
      LOG.warn("no client of Kafka knows the property '{}'", given);
      return Optional.empty();
    }
    return Optional.of(names.unknown(name));
  }

  private static Set<String> ofAnyKind() {
    Set<String> all = new TreeSet<>();
    KINDS.values().forEach(all::addAll);
    return all;
  }
}
