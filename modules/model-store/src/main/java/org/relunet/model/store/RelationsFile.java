package org.relunet.model.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.relunet.api.triple.RelationSchema;
import org.relunet.model.store.json.StrictJson;

/**
 * JSON form of a relation schema.
 *
 * @param iris by the names of the relations that have one; left out where none has
 */
public record RelationsFile(
    List<String> relations, @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> iris) {
  public RelationsFile {
    // The schema's own rules give the better message, at the place where the JSON is wrong.
    if (relations == null || relations.stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException("the key relations must be a list of names");
    }
    iris = iris == null ? Map.of() : Map.copyOf(iris);
    new RelationSchema(relations, iris);
  }

  public static RelationSchema parse(String json) {
    RelationsFile file = StrictJson.read(json, RelationsFile.class);
    return new RelationSchema(file.relations(), file.iris());
  }

  static String toJson(RelationSchema schema) {
    return StrictJson.write(new RelationsFile(schema.relations(), schema.iris()));
  }
}
