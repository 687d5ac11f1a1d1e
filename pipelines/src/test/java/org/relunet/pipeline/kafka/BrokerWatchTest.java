package org.relunet.pipeline.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.relunet.pipeline.cluster.FreePorts;

class BrokerWatchTest {
  @Test
  void tellsOnceThatNoBrokerAnswersAndWhy() throws IOException, InterruptedException {
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    String nowhere = "127.0.0.1:" + FreePorts.find(1).get(0);

    BrokerWatch watch =
        new BrokerWatch(
            new KafkaConnection(nowhere, new HashMap<>()), Duration.ofMillis(200), told::add);
    try {
      assertThat(told.poll(30, TimeUnit.SECONDS))
          .contains("no broker of Kafka answers")
          .contains("nothing listens at " + nowhere);
      // several looks later
      assertThat(told.poll(2, TimeUnit.SECONDS)).isNull();
    } finally {
      watch.close();
    }
  }
}
