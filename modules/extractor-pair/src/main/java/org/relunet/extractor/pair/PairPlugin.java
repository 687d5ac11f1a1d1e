package org.relunet.extractor.pair;

import com.google.inject.AbstractModule;
import com.google.inject.Inject;
import com.google.inject.Module;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.relunet.api.plugin.Extractor;
import org.relunet.api.plugin.ExtractorPlugin;
import org.relunet.api.setting.YamlText;
import org.relunet.api.triple.RelationSchema;

/** The extractor {@code pair}. */
public final class PairPlugin implements ExtractorPlugin<PairSettings> {
  @Override
  public String name() {
    return "pair";
  }

  @Override
  public Class<PairSettings> settings() {
    return PairSettings.class;
  }

  @Override
  public Map<String, String> decidedByData(PairSettings settings, List<String> entityTypes) {
    if (!settings.entityTypes().isEmpty() || entityTypes.isEmpty()) {
      return Map.of();
    }
    return Map.of("entity-types", YamlText.list(entityTypes.stream()));
  }

  @Override
  public List<String> entityTypes(PairSettings settings) {
    return settings.entityTypes();
  }

  @Override
  public Module module(PairSettings settings) {
    return new AbstractModule() {
      @Provides
      @Singleton
      @Inject
      Extractor extractor(RelationSchema schema) {
        return new PairPart(settings, schema);
      }
    };
  }
}
