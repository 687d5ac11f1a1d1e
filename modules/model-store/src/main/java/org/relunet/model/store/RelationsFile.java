package org.relunet.model.store;

import java.util.List;
import java.util.Objects;
import org.relunet.api.triple.RelationSchema;
import org.relunet.model.store.json.StrictJson;

/** JSON form of a relation schema. */
public record RelationsFile(List<String> relations) {
  public RelationsFile {
    // The schema's own rules give the better message, at the place where the JSON is wrong.
    if (relations == null || relations.stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException("the key relations must be a list of names");
    }
    new RelationSchema(relations);
  }

  public static RelationSchema parse(String json) {
    return new RelationSchema(StrictJson.read(json, RelationsFile.class).relations());
  }

  static String toJson(RelationSchema schema) {
    return StrictJson.write(new RelationsFile(schema.relations()));
  }
}
