package org.relunet.pipeline.job;

import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.io.Read;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.PCollection;
import org.relunet.pipeline.engine.EngineProvider;
import org.relunet.pipeline.extract.DocumentWindow;
import org.relunet.pipeline.extract.WindowResult;
import org.relunet.pipeline.input.Chunk;
import org.relunet.pipeline.output.Segment;
import org.relunet.pipeline.output.WorkDirectory;
import org.relunet.pipeline.record.JsonPaths;
import org.relunet.pipeline.result.ResultSettings;

/**
 * Chunks to windows of documents, to encoded results, to part files, to one index, to the output.
 * Only the index is shuffled; text and results stay with the worker that read them.
 */
final class ExtractionPipeline {
  private final EngineProvider engines;
  private final JsonPaths paths;
  private final ResultSettings settings;
  private final WorkDirectory directory;
  private final long bytesPerFile;

  ExtractionPipeline(
      EngineProvider engines,
      JsonPaths paths,
      ResultSettings settings,
      WorkDirectory directory,
      long bytesPerFile) {
    this.engines = engines;
    this.paths = paths;
    this.settings = settings;
    this.directory = directory;
    this.bytesPerFile = bytesPerFile;
  }

  void build(Pipeline pipeline, List<Chunk> chunks) {
    PCollection<Segment> index =
        pipeline
            .apply("Chunks", Read.from(new ChunkSource(chunks)))
            .apply("Read", each(new ReadWindows(paths)))
            .setCoder(SerializableCoder.of(DocumentWindow.class))
            .apply("Extract", each(new ExtractWindows(engines, settings)))
            .setCoder(SerializableCoder.of(WindowResult.class))
            .apply("Write", each(new WriteParts(directory)))
            .setCoder(SerializableCoder.of(Segment.class));
    index
        .apply("Together", WithKeys.<Void, Segment>of((Void) null))
        .apply("Index", GroupByKey.create())
        .apply("Assemble", each(new AssembleOutput(directory, bytesPerFile)));
  }

  private static <A, B> ParDo.SingleOutput<A, B> each(DoFn<A, B> function) {
    return ParDo.of(function);
  }
}
