package org.relunet.pipeline.job;

import org.apache.beam.sdk.transforms.DoFn;
import org.relunet.pipeline.engine.EngineProvider;
import org.relunet.pipeline.extract.DocumentWindow;
import org.relunet.pipeline.extract.WindowExtractor;
import org.relunet.pipeline.extract.WindowResult;
import org.relunet.pipeline.result.ResultSettings;
import org.relunet.runtime.EngineLease;

/** Windows of documents to encoded results, through the process's one engine. */
final class ExtractWindows extends DoFn<DocumentWindow, WindowResult> {
  private final EngineProvider engines;
  private final ResultSettings settings;
  private transient EngineLease lease;
  private transient WindowExtractor extractor;

  ExtractWindows(EngineProvider engines, ResultSettings settings) {
    this.engines = engines;
    this.settings = settings;
  }

  @Setup
  public void setup() {
    lease = engines.lease();
    extractor = new WindowExtractor(lease.engine(), settings);
  }

  @ProcessElement
  public void process(@Element DocumentWindow window, OutputReceiver<WindowResult> results) {
    results.output(extractor.extract(window));
  }

  @Teardown
  public void teardown() {
    if (lease != null) {
      lease.close();
    }
  }
}
