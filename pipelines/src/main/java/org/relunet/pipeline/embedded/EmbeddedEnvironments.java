package org.relunet.pipeline.embedded;

import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.flink.api.java.ExecutionEnvironment;
import org.apache.flink.api.java.ExecutionEnvironmentFactory;
import org.apache.flink.client.deployment.executors.LocalExecutor;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.PipelineExecutor;
import org.apache.flink.core.execution.PipelineExecutorFactory;
import org.apache.flink.core.execution.PipelineExecutorServiceLoader;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironmentFactory;

/**
 * Has the jobs that the current thread makes executed by a given executor, until it is closed: what
 * Flink's client does for a main program that it calls.
 */
// Beam's batch jobs are made with Flink's old interface
@SuppressWarnings({"deprecation", "try"})
final class EmbeddedEnvironments implements AutoCloseable {
  EmbeddedEnvironments(Configuration configuration, PipelineExecutor executor) {
    ClassLoader classes = Thread.currentThread().getContextClassLoader();
    Executors executors = new Executors(executor);
    Batch.begin(() -> new ExecutionEnvironment(executors, configuration, classes));
    Streaming.begin(
        asked -> {
          Configuration all = new Configuration(configuration);
          all.addAll(asked);
          return new StreamExecutionEnvironment(executors, all, classes);
        });
  }

  void run(Pipeline pipeline) {
    pipeline.run().waitUntilFinish();
  }

  @Override
  public void close() {
    Batch.end();
    Streaming.end();
  }

  private record Executors(PipelineExecutor executor)
      implements PipelineExecutorServiceLoader, PipelineExecutorFactory {
    @Override
    public PipelineExecutorFactory getExecutorFactory(Configuration configuration) {
      return this;
    }

    @Override
    public Stream<String> getExecutorNames() {
      return Stream.of(getName());
    }

    @Override
    public String getName() {
      return LocalExecutor.NAME;
    }

    @Override
    public boolean isCompatibleWith(Configuration configuration) {
      return true;
    }

    @Override
    public PipelineExecutor getExecutor(Configuration configuration) {
      return executor;
    }
  }

  /** Reaches what only heirs may call. */
  private static final class Batch extends ExecutionEnvironment {
    private Batch(Configuration configuration) {
      super(configuration);
    }

    static void begin(ExecutionEnvironmentFactory factory) {
      initializeContextEnvironment(factory);
    }

    static void end() {
      resetContextEnvironment();
    }
  }

  /** Reaches what only heirs may call. */
  private static final class Streaming extends StreamExecutionEnvironment {
    static void begin(StreamExecutionEnvironmentFactory factory) {
      initializeContextEnvironment(factory);
    }

    static void end() {
      resetContextEnvironment();
    }
  }
}
