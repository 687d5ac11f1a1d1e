package org.relunet.corpus.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relunet.api.triple.RelationSchema;
import org.relunet.common.messages.Excerpt;
import org.relunet.common.messages.ParserMessage;
import org.relunet.corpus.CorpusException;
import org.relunet.corpus.characters.Characters;
import org.relunet.corpus.format.StrictRecords;

/**
 * Reads a relation schema: a JSON list of names or of {@code {"name", "iri"}}, an object from name
 * to index or from index to name, or a list of such objects ({@code [id2rel, rel2id]} and {@code
 * [rel2id]}, as data sets have them), which must then agree.
 */
public final class SchemaFile {
  private static final String EXPECTED =
      "expected a list of names or of {\"name\", \"iri\"}, [id2rel, rel2id] or [rel2id] (see modules/corpus/FORMATS.md)";

  private static final String NAME = "name";
  private static final String IRI = "iri";

  private final Path file;

  private SchemaFile(Path file) {
    this.file = file;
  }

  /**
   * The file's relations, in the order of their indices.
   *
   * @throws CorpusException if there is no such file, or it holds no schema; the message says why
   */
  public static RelationSchema read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new CorpusException(file + ": no such file; " + EXPECTED);
    }
    JsonNode root;
    try {
      root = StrictRecords.mapper().readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException broken) {
      throw new CorpusException(
          file
              + ":"
              + (broken.getLocation() == null ? 1 : broken.getLocation().getLineNr())
              + ": is not valid JSON: "
              + ParserMessage.plain(broken.getOriginalMessage()),
          broken);
    }
    try {
      List<String> names = new SchemaFile(file).names(root);
      for (String name : names) {
        Optional<String> problem = Characters.ofName(name);
        if (problem.isPresent()) {
          throw new CorpusException(
              file + ": the name of relation " + names.indexOf(name) + " " + problem.get());
        }
      }
      return new RelationSchema(names, new SchemaFile(file).iris(root));
    } catch (IllegalArgumentException invalid) {
      throw new CorpusException(file + ": " + invalid.getMessage(), invalid);
    }
  }

  private List<String> names(JsonNode root) {
    if (root.isObject()) {
      return ordered(root);
    }
    if (!root.isArray() || root.isEmpty()) {
      throw problem("holds no relation");
    }
    if (root.get(0).isTextual()) {
      List<String> names = new ArrayList<>();
      for (JsonNode name : root) {
        if (!name.isTextual()) {
          throw problem("entry " + (names.size() + 1) + " is " + shown(name) + ", not a name");
        }
        names.add(name.textValue());
      }
      return names;
    }
    if (root.get(0).path(NAME).isTextual()) {
      return named(root);
    }
    List<String> names = ordered(root.get(0));
    for (JsonNode other : root) {
      if (!ordered(other).equals(names)) {
        throw problem("its mappings disagree about the order of the relations");
      }
    }
    return names;
  }

  private List<String> named(JsonNode root) {
    List<String> names = new ArrayList<>();
    for (JsonNode relation : root) {
      relation
          .properties()
          .forEach(
              entry -> {
                if (!entry.getKey().equals(NAME) && !entry.getKey().equals(IRI)
                    || !entry.getValue().isTextual()) {
                  throw problem(
                      "relation "
                          + names.size()
                          + " has '"
                          + Excerpt.of(entry.getKey())
                          + "': "
                          + shown(entry.getValue()));
                }
              });
      if (!relation.path(NAME).isTextual()) {
        throw problem("relation " + names.size() + " has no name, but is " + shown(relation));
      }
      names.add(relation.get(NAME).textValue());
    }
    return names;
  }

  private Map<String, String> iris(JsonNode root) {
    Map<String, String> iris = new LinkedHashMap<>();
    if (root.isArray() && root.get(0).path(NAME).isTextual()) {
      for (JsonNode relation : root) {
        if (relation.has(IRI)) {
          iris.put(relation.get(NAME).textValue(), relation.get(IRI).textValue());
        }
      }
    }
    return iris;
  }

  private List<String> ordered(JsonNode mapping) {
    if (!mapping.isObject() || mapping.isEmpty()) {
      throw problem("has " + shown(mapping) + " where a mapping belongs");
    }
    String[] names = new String[mapping.size()];
    mapping
        .properties()
        .forEach(
            entry -> {
              boolean nameToIndex = entry.getValue().isIntegralNumber();
              if (!nameToIndex && !entry.getValue().isTextual()) {
                throw problem(
                    "'" + Excerpt.of(entry.getKey()) + "' maps to " + shown(entry.getValue()));
              }
              String name = nameToIndex ? entry.getKey() : entry.getValue().textValue();
              String index = nameToIndex ? entry.getValue().asText() : entry.getKey();
              put(names, index, name);
            });
    return Arrays.asList(names);
  }

  private void put(String[] names, String index, String name) {
    int position;
    try {
      position = Integer.parseInt(index);
    } catch (NumberFormatException notANumber) {
      throw problem("'" + Excerpt.of(index) + "' is not the index of a relation");
    }
    if (position < 0 || position >= names.length || names[position] != null) {
      throw problem(
          "relation '"
              + Excerpt.of(name)
              + "' has index "
              + index
              + "; "
              + names.length
              + " relations need each index from 0 to "
              + (names.length - 1)
              + " once");
    }
    names[position] = name;
  }

  private static String shown(JsonNode value) {
    return Excerpt.of(value.toString());
  }

  private CorpusException problem(String what) {
    return new CorpusException(file + ": " + what + "; " + EXPECTED);
  }
}
