package org.relunet.pipeline.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.relunet.pipeline.cluster.ClusterOverview;
import org.relunet.pipeline.embedded.EmbeddedFlink;
import org.relunet.pipeline.embedded.JobListener;
import org.relunet.pipeline.engine.EngineProvider;
import org.relunet.pipeline.extract.ExtractionCounts;
import org.relunet.pipeline.input.Chunk;
import org.relunet.pipeline.input.ChunkPlanner;
import org.relunet.pipeline.input.InputException;
import org.relunet.pipeline.input.InputResolver;
import org.relunet.pipeline.input.Source;
import org.relunet.pipeline.input.SourceStates;
import org.relunet.pipeline.output.DeadLetterTarget;
import org.relunet.pipeline.output.OutputClaims;
import org.relunet.pipeline.output.OutputException;
import org.relunet.pipeline.output.OutputTarget;
import org.relunet.pipeline.output.OutputTargets;
import org.relunet.pipeline.output.Publication;
import org.relunet.pipeline.output.WorkDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Extracts triples from files: checks, plans, runs the pipeline, publishes. */
public final class ExtractionJob {
  private static final Logger LOG = LoggerFactory.getLogger(ExtractionJob.class);

  private final InputStream standardInput;
  private final OutputStream standardOutput;

  /**
   * @param standardInput read if the request names it as input
   * @param standardOutput gets results, and nothing else, if the request names it as output
   */
  public ExtractionJob(InputStream standardInput, OutputStream standardOutput) {
    this.standardInput = standardInput;
    this.standardOutput = standardOutput;
  }

  /**
   * @throws InputException if the input cannot be read
   * @throws OutputException if the output cannot be written
   * @throws RuntimeException if the engine cannot be loaded or the pipeline fails
   */
  @SuppressWarnings("try") // the claims are held, not used
  public ExtractionSummary run(ExtractionRequest request, EngineProvider engines)
      throws IOException {
    long start = System.nanoTime();
    OutputTarget output =
        new OutputTargets(standardOutput).target(request.output(), request.results().format());
    if (!request.flink().embedded() && !output.isOnFileSystem()) {
      throw new OutputException(
          "workers on a cluster write the results themselves: name a file or directory with"
              + " --output that all of them see under the same path");
    }
    int workers = workers(request.flink());
    DeadLetterTarget deadLetters = DeadLetterTarget.of(request.deadLetters(), output);
    try (OutputClaims claims = OutputClaims.on(output, deadLetters);
        WorkDirectoryOwner owner = new WorkDirectoryOwner(output.workParent())) {
      WorkDirectory directory = owner.directory();
      List<Source> sources = sources(request, directory, output, deadLetters);
      SourceStates states = SourceStates.of(sources);
      List<Chunk> chunks = ChunkPlanner.plan(sources, workers);
      Pipeline pipeline = Pipeline.create(request.flink().options("relunet-extract", workers));
      new ExtractionPipeline(
              engines, request.paths(), request.results(), directory, output.bytesPerFile())
          .build(pipeline, chunks);
      run(pipeline, request.flink(), engines);
      states.changed().forEach(LOG::warn);
      ExtractionCounts counts = Publication.publish(directory, output, deadLetters);
      Duration duration = Duration.ofNanos(System.nanoTime() - start);
      return new ExtractionSummary(counts, deadLetters.file(), duration);
    }
  }

  private static int workers(FlinkSettings flink) {
    // asked in any case: who does not answer, or is no Flink, is told before any work
    Optional<ClusterOverview> cluster = flink.master().map(ClusterOverview::of);
    cluster.ifPresent(ClusterOverview::requireSameFlink);
    int workers =
        flink
            .parallelism()
            .orElseGet(() -> cluster.map(Workers::on).orElseGet(Workers::inThisProcess));
    cluster.flatMap(overview -> Workers.shortage(workers, overview)).ifPresent(LOG::warn);
    return workers;
  }

  private List<Source> sources(
      ExtractionRequest request,
      WorkDirectory directory,
      OutputTarget output,
      DeadLetterTarget deadLetters)
      throws IOException {
    InputResolver resolver =
        new InputResolver(request.inputFormat(), directory.spool(), standardInput);
    if (request.text().isPresent()) {
      return List.of(resolver.text(request.text().get()));
    }
    List<Source> sources = resolver.resolve(request.inputs());
    for (Source source : sources) {
      if (source.path().startsWith(directory.spool())) {
        continue;
      }
      Path real = source.path().toRealPath();
      if (output.writes(real)) {
        throw new InputException(
            "'" + source.location() + "' is both input and output: name another output");
      }
      if (real.equals(deadLetters.file())) {
        throw new InputException(
            "'"
                + source.location()
                + "' is input, and the file for dead letters too: name another with"
                + " --dead-letters");
      }
    }
    return sources;
  }

  private static void run(Pipeline pipeline, FlinkSettings flink, EngineProvider engines)
      throws IOException {
    if (!flink.embedded()) {
      pipeline.run().waitUntilFinish();
      return;
    }
    try (EnginePreload preload = new EnginePreload(engines);
        EmbeddedFlink here = new EmbeddedFlink(JobListener.NONE, Optional.empty())) {
      try {
        here.run(pipeline);
      } catch (RuntimeException e) {
        // what kept the engine from loading says more than what Flink made of it
        preload.requireNoFailure();
        throw e;
      }
    }
  }
}
