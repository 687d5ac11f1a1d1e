package org.relunet.pipeline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.pipeline.job.FlinkSettings;

class EmbeddedFlinkTest {
  /** More than Flink would send through its BLOB server if it were to. */
  private static final int LARGE = 3 << 20;

  private static final Set<Integer> LENGTHS = ConcurrentHashMap.newKeySet();
  private static final Set<ListeningSockets.Listener> LISTENERS = ConcurrentHashMap.newKeySet();

  @BeforeEach
  void forget() {
    LENGTHS.clear();
    LISTENERS.clear();
  }

  private static final class Measure extends DoFn<String, Void> {
    @ProcessElement
    public void process(@Element String text) throws IOException {
      if (text.equals("wrong")) {
        throw new IOException("the text is wrong");
      }
      LISTENERS.addAll(ListeningSockets.of(ProcessHandle.current().pid()));
      LENGTHS.add(text.length());
    }
  }

  /** Nothing else makes directories here, as other processes may in the machine's own. */
  @TempDir Path temporary;

  private String before;

  @BeforeEach
  void useAPlaceOfItsOwn() {
    before = System.setProperty("java.io.tmpdir", temporary.toString());
  }

  @AfterEach
  void giveItBack() {
    System.setProperty("java.io.tmpdir", before);
  }

  private static void run(String text) throws IOException {
    FlinkSettings settings = new FlinkSettings(Optional.empty(), Optional.of(2));
    Pipeline pipeline = Pipeline.create(settings.options("measure", 2));
    pipeline.apply(Create.of(text)).apply(ParDo.of(new Measure()));
    try (EmbeddedFlink flink = new EmbeddedFlink(JobListener.NONE, Optional.empty())) {
      flink.run(pipeline);
    }
  }

  @Test
  void aLargeJobRunsWithoutAListenerBeyondTheLoopbackInterface() throws IOException {
    run("x".repeat(LARGE));

    assertThat(LENGTHS).containsExactly(LARGE);
    assertThat(LISTENERS).isNotEmpty().allMatch(ListeningSockets.Listener::isOnLoopback);
    assertThat(directories()).as("what is left behind").isEmpty();
  }

  @Test
  void theFailureIsThatOfTheFunctionAndFlinkIsGoneWhenItIsTold() {
    assertThatThrownBy(() -> run("wrong"))
        .satisfies(
            failure ->
                assertThat(RootCause.inWords(failure)).isEqualTo("IOException: the text is wrong"));
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("flink-pekko"));
  }

  private Set<Path> directories() throws IOException {
    try (Stream<Path> all = Files.list(temporary)) {
      return all.filter(path -> path.getFileName().toString().startsWith("relunet-flink"))
          .collect(Collectors.toSet());
    }
  }
}
