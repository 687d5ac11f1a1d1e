package org.relunet.extractor.casrel;

import com.google.inject.AbstractModule;
import com.google.inject.Inject;
import com.google.inject.Module;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import org.relunet.api.plugin.Extractor;
import org.relunet.api.plugin.ExtractorPlugin;
import org.relunet.api.triple.RelationSchema;

/** The extractor {@code casrel}. */
public final class CasRelPlugin implements ExtractorPlugin<CasRelSettings> {
  @Override
  public String name() {
    return "casrel";
  }

  @Override
  public Class<CasRelSettings> settings() {
    return CasRelSettings.class;
  }

  @Override
  public Module module(CasRelSettings settings) {
    return new AbstractModule() {
      @Provides
      @Singleton
      @Inject
      Extractor extractor(RelationSchema schema) {
        return new CasRelPart(settings, schema);
      }
    };
  }
}
