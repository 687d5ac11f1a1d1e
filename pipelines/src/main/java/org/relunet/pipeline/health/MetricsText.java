package org.relunet.pipeline.health;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Field;
import org.apache.flink.metrics.prometheus.AbstractPrometheusReporter;

/**
 * Flink's metrics as Prometheus reads them, named as Flink's own reporter names them. That one
 * opens a port on all interfaces, and goes on without if the port is taken; this one opens none.
 */
public final class MetricsText extends AbstractPrometheusReporter {
  /** Of {@link #text()}. */
  static final String CONTENT_TYPE = TextFormat.CONTENT_TYPE_004;

  private final CollectorRegistry collectors;

  public MetricsText() {
    collectors = collectorsOf(this);
  }

  /** Flink's class keeps them to itself and to those of its package. */
  private static CollectorRegistry collectorsOf(AbstractPrometheusReporter reporter) {
    try {
      Field field = AbstractPrometheusReporter.class.getDeclaredField("registry");
      field.setAccessible(true);
      return (CollectorRegistry) field.get(reporter);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Flink's reporter has changed", e);
    }
  }

  String text() throws IOException {
    StringWriter text = new StringWriter();
    TextFormat.write004(text, collectors.metricFamilySamples());
    return text.toString();
  }
}
