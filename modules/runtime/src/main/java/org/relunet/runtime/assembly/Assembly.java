package org.relunet.runtime.assembly;

import com.google.inject.Injector;
import org.relunet.api.plugin.Encoder;
import org.relunet.api.plugin.Extractor;
import org.relunet.api.plugin.Parser;
import org.relunet.api.plugin.Tokenizer;
import org.relunet.api.triple.RelationSchema;
import org.relunet.config.Configuration;
import org.relunet.graph.part.EncoderPart;
import org.relunet.graph.part.ExtractorPart;
import org.relunet.graph.unet.RelUNetSettings;
import org.relunet.network.NetworkParts;
import org.relunet.network.NetworkSettings;
import org.relunet.runtime.plugin.PluginException;
import org.relunet.runtime.plugin.PluginInjector;
import org.relunet.runtime.plugin.PluginKind;
import org.relunet.runtime.plugin.PluginRegistry;

/**
 * What a configuration chooses, built: the way from text to trees, and the parts of the network.
 *
 * @param tokenizer documents to sentences
 * @param parser sentences to trees
 * @param parts of the network
 */
public record Assembly(Tokenizer tokenizer, Parser parser, NetworkParts parts) {

  /**
   * Builds the chosen plugins.
   *
   * @param schema the relations that the extractor is to find
   */
  public static Assembly of(
      Configuration configuration, PluginRegistry registry, RelationSchema schema) {
    PluginInjector plugins = new PluginInjector(registry);
    for (PluginKind kind : PluginKind.values()) {
      plugins.plugin(kind, configuration.plugin(kind.section()));
    }
    Injector injector =
        plugins.module(binder -> binder.bind(RelationSchema.class).toInstance(schema)).create();
    NetworkParts parts =
        new NetworkParts(
            part(injector, Encoder.class, EncoderPart.class),
            configuration.section("relunet", RelUNetSettings.class),
            part(injector, Extractor.class, ExtractorPart.class),
            configuration.section("network", NetworkSettings.class));
    return new Assembly(
        injector.getInstance(Tokenizer.class), injector.getInstance(Parser.class), parts);
  }

  private static <P> P part(Injector injector, Class<?> component, Class<P> part) {
    Object bound = injector.getInstance(component);
    if (!part.isInstance(bound)) {
      throw new PluginException(
          bound.getClass().getName()
              + " is no part of a graph; a plugin must bind "
              + component.getSimpleName()
              + " to an implementation of "
              + part.getName());
    }
    return part.cast(bound);
  }
}
