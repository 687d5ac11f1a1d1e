package org.relunet.pipeline.embedded;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.blob.TransientBlobService;
import org.apache.flink.runtime.dispatcher.DispatcherGateway;
import org.apache.flink.runtime.leaderelection.LeaderElection;
import org.apache.flink.runtime.resourcemanager.ResourceManagerGateway;
import org.apache.flink.runtime.rest.RestEndpointFactory;
import org.apache.flink.runtime.rest.handler.RestHandlerConfiguration;
import org.apache.flink.runtime.rest.handler.legacy.metrics.MetricFetcher;
import org.apache.flink.runtime.rpc.FatalErrorHandler;
import org.apache.flink.runtime.webmonitor.WebMonitorEndpoint;
import org.apache.flink.runtime.webmonitor.retriever.LeaderGatewayRetriever;
import org.apache.flink.util.ConfigurationException;

/**
 * Stands where Flink wants a REST interface. Flink's own takes a serialised job from whoever
 * reaches it, and so any code. Flink binds a port before it asks what is served there: this one
 * serves nothing, and gives the port back at once.
 */
@SuppressWarnings({"rawtypes", "unchecked", "try"})
final class NoRestEndpoint extends WebMonitorEndpoint<DispatcherGateway> {
  private CompletableFuture<Void> closed;

  private NoRestEndpoint(
      Configuration configuration,
      RestHandlerConfiguration handlers,
      LeaderGatewayRetriever<DispatcherGateway> dispatcher,
      LeaderGatewayRetriever<ResourceManagerGateway> resourceManager,
      TransientBlobService blobs,
      ScheduledExecutorService executor,
      MetricFetcher metrics,
      LeaderElection election,
      FatalErrorHandler fatal)
      throws IOException, ConfigurationException {
    super(
        dispatcher,
        configuration,
        handlers,
        resourceManager,
        blobs,
        executor,
        metrics,
        election,
        RestEndpointFactory.createExecutionGraphCache(handlers),
        fatal);
  }

  static NoRestEndpoint create(
      Configuration configuration,
      LeaderGatewayRetriever<DispatcherGateway> dispatcher,
      LeaderGatewayRetriever<ResourceManagerGateway> resourceManager,
      TransientBlobService blobs,
      ScheduledExecutorService executor,
      MetricFetcher metrics,
      LeaderElection election,
      FatalErrorHandler fatal)
      throws IOException, ConfigurationException {
    return new NoRestEndpoint(
        configuration,
        RestHandlerConfiguration.fromConfiguration(configuration),
        dispatcher,
        resourceManager,
        blobs,
        executor,
        metrics,
        election,
        fatal);
  }

  /** Raw, as the elements are of a library that Flink hides. */
  @Override
  protected List initializeHandlers(CompletableFuture<String> address) {
    return new ArrayList<>();
  }

  @Override
  public void startInternal() {
    shutDownInternal();
  }

  @Override
  protected synchronized CompletableFuture<Void> shutDownInternal() {
    if (closed == null) {
      closed = super.shutDownInternal();
    }
    return closed;
  }
}
