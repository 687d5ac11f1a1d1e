package org.relunet.pipeline.lag;

import org.apache.beam.sdk.io.Read;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PDone;

/** Publishes a group's lag as metrics, beside whatever else a pipeline does. */
public final class LagReport extends PTransform<PBegin, PDone> {
  private final LagTarget target;

  public LagReport(LagTarget target) {
    this.target = target;
  }

  @Override
  public PDone expand(PBegin begin) {
    begin
        .apply("Watch", Read.from(new LagSource(target)))
        // a source that nobody reads is left out
        .apply("Nothing", ParDo.of(new Ignore()));
    return PDone.in(begin.getPipeline());
  }

  /** Is never called: the source has no elements. */
  private static final class Ignore extends DoFn<byte[], Void> {
    @ProcessElement
    public void process(@Element byte[] element) {
      // nothing comes
    }
  }
}
