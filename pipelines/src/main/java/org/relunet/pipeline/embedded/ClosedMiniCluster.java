package org.relunet.pipeline.embedded;

import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.runtime.dispatcher.DispatcherGateway;
import org.apache.flink.runtime.dispatcher.SessionDispatcherFactory;
import org.apache.flink.runtime.dispatcher.runner.DefaultDispatcherRunnerFactory;
import org.apache.flink.runtime.entrypoint.component.DefaultDispatcherResourceManagerComponentFactory;
import org.apache.flink.runtime.entrypoint.component.DispatcherResourceManagerComponentFactory;
import org.apache.flink.runtime.metrics.MetricRegistryConfiguration;
import org.apache.flink.runtime.metrics.MetricRegistryImpl;
import org.apache.flink.runtime.metrics.ReporterSetup;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.resourcemanager.StandaloneResourceManagerFactory;
import org.apache.flink.runtime.rest.RestEndpointFactory;

/** Flink's cluster in one process, without a REST interface. */
// its close() may be interrupted, as Flink wrote it
@SuppressWarnings("try")
final class ClosedMiniCluster extends MiniCluster {
  private final Optional<? extends MetricReporter> reporter;

  ClosedMiniCluster(
      MiniClusterConfiguration configuration, Optional<? extends MetricReporter> reporter) {
    super(configuration);
    this.reporter = reporter;
  }

  @Override
  protected DispatcherResourceManagerComponentFactory
      createDispatcherResourceManagerComponentFactory() {
    RestEndpointFactory<DispatcherGateway> none = NoRestEndpoint::create;
    return new DefaultDispatcherResourceManagerComponentFactory(
        DefaultDispatcherRunnerFactory.createSessionRunner(SessionDispatcherFactory.INSTANCE),
        StandaloneResourceManagerFactory.getInstance(),
        none);
  }

  @Override
  protected MetricRegistryImpl createMetricRegistry(Configuration config, long maximumBytes) {
    List<ReporterSetup> setups =
        reporter.map(each -> List.of(ReporterSetup.forReporter("relunet", each))).orElse(List.of());
    return new MetricRegistryImpl(
        MetricRegistryConfiguration.fromConfiguration(config, maximumBytes), setups);
  }
}
