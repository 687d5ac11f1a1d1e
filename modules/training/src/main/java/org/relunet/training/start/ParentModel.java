package org.relunet.training.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relunet.api.triple.RelationSchema;
import org.relunet.common.messages.Count;
import org.relunet.graph.parameter.Parameter;
import org.relunet.graph.parameter.ParameterKind;
import org.relunet.network.ShapedValues;
import org.relunet.network.StoredVariables;
import org.relunet.runtime.assembly.ModelLoader;
import org.relunet.runtime.plugin.PluginRegistry;
import org.relunet.training.StartSchema;
import org.relunet.training.TrainingException;
import org.relunet.training.TrainingRequest;
import org.relunet.training.data.SettingsOfData;

/**
 * The model that a training begins with. Where it goes on, what is new to it, a relation or a type
 * of entities, gets the last places, so that all it knew keeps its own. Where it is transferred to
 * other data, relations and types are theirs, and it gives the parameters that have the same
 * shapes.
 *
 * @param location of its package
 * @param version of the model
 * @param relations that it knows
 * @param entityTypes that it tells apart
 * @param extractor name of its extractor
 * @param values of the parameters that its training changed, by name
 * @param schema whose relations and types are learned
 */
public record ParentModel(
    String location,
    String version,
    RelationSchema relations,
    List<String> entityTypes,
    String extractor,
    Map<String, ShapedValues> values,
    StartSchema schema) {
  private static final String KEY = "training.start-from";

  /**
   * The model that a training names; empty where it names none.
   *
   * @throws TrainingException if it can't be loaded
   */
  public static Optional<ParentModel> of(TrainingRequest request, PluginRegistry registry) {
    String location = request.training().startFrom();
    if (location.isEmpty()) {
      return Optional.empty();
    }
    try (ModelLoader.Loaded loaded = StoredModel.load(KEY, location, request)) {
      return Optional.of(
          new ParentModel(
              location,
              loaded.model().version(),
              loaded.model().relations(),
              SettingsOfData.entityTypes(loaded.configuration(), registry),
              loaded.configuration().plugin("extractor").name(),
              StoredVariables.of(loaded.model().savedModelDirectory()).all(),
              request.training().startSchema()));
    } catch (IOException e) {
      throw StoredModel.notLoaded(KEY, location, new UncheckedIOException(e));
    } catch (IllegalArgumentException e) {
      throw StoredModel.notLoaded(KEY, location, e);
    }
  }

  /**
   * The relations to learn: this model's, and behind them those of the data that are new to it; the
   * data's alone where it is transferred to them.
   */
  public RelationSchema relationsToLearn(RelationSchema ofData) {
    if (schema == StartSchema.DATA) {
      return ofData;
    }
    Map<String, String> iris = new LinkedHashMap<>(relations.iris());
    iris.putAll(ofData.iris());
    return new RelationSchema(
        Stream.concat(relations.relations().stream(), ofData.relations().stream())
            .distinct()
            .toList(),
        iris);
  }

  /** What happens to this model's relations, as the end of a message; empty where they stay. */
  public String change(RelationSchema learned) {
    if (schema == StartSchema.DATA) {
      return ", whose relations give way to those of the data";
    }
    int more = learned.size() - relations.size();
    return more == 0 ? "" : ", which gets " + Count.of(more, "new relation");
  }

  /** The types of entities that come before those of the data. */
  public List<String> typesToKeep() {
    return schema == StartSchema.DATA ? List.of() : entityTypes;
  }

  /**
   * Refuses a training that this model can't begin.
   *
   * @param types of entities that the training tells apart
   * @throws TrainingException if its extractor is another one, or its types are in another order
   */
  public void requireFitting(TrainingRequest request, List<String> types) {
    String asked = request.configuration().plugin("extractor").name();
    if (!asked.equals(extractor)) {
      throw refusal("has the extractor %s, but extractor.plugin is %s".formatted(extractor, asked));
    }
    List<String> kept = typesToKeep();
    if (!types.subList(0, Math.min(types.size(), kept.size())).equals(kept)) {
      throw refusal(
          "tells the entity types %s apart, but the configured ones are %s; leave them out, or name"
                  .formatted(entityTypes, types)
              + " the model's first");
    }
  }

  /**
   * This model's values for a network's parameters.
   *
   * @param fresh first values of the parameters that are to be trained
   * @param learned relations that they are for
   * @param messages told which parameters begin anew: those of losses are not stored
   * @throws TrainingException if the network does not learn all of this model's, or where it goes
   *     on in other shapes
   */
  public Map<Parameter, float[]> values(
      Map<Parameter, ShapedValues> fresh, RelationSchema learned, Consumer<String> messages) {
    List<String> problems = new ArrayList<>();
    List<String> anew = new ArrayList<>();
    Map<Parameter, float[]> own = new LinkedHashMap<>();
    fresh.forEach(
        (parameter, first) -> {
          ShapedValues stored = values.get(parameter.name());
          if (stored != null && schema == StartSchema.DATA) {
            if (stored.shape().equals(first.shape())) {
              own.put(parameter, stored.values());
            } else {
              anew.add(parameter.name());
            }
          } else if (stored != null) {
            try {
              own.put(parameter, stored.within(first, relations.size(), learned.size()));
            } catch (IllegalArgumentException e) {
              problems.add(parameter.name() + ": " + e.getMessage());
            }
          } else if (parameter.kind() == ParameterKind.HEAD) {
            anew.add(parameter.name());
          } // else a layer of the encoder that its training left as it was
        });
    Set<String> trained = fresh.keySet().stream().map(Parameter::name).collect(Collectors.toSet());
    values.keySet().stream()
        .filter(name -> !trained.contains(name))
        .forEach(name -> problems.add(name + ": this training would not learn it"));
    if (!problems.isEmpty()) {
      throw refusal(
          "does not fit this training's network; give the settings with which it was trained:\n  "
              + String.join("\n  ", problems));
    }
    if (!anew.isEmpty()) {
      messages.accept(
          "  these begin anew, since the model has none that fit: " + String.join(", ", anew));
    }
    return own;
  }

  private TrainingException refusal(String problem) {
    return new TrainingException(KEY + ": " + location + " " + problem);
  }
}
