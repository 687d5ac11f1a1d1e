package org.relunet.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads files of {@code docker/}. */
public final class DockerFiles {
  public static final Path ROOT = Path.of("..");
  public static final Path DIRECTORY = ROOT.resolve("docker");

  private DockerFiles() {}

  public static JsonNode yaml(String file) throws IOException {
    return yamlOf(Files.readString(DIRECTORY.resolve(file)));
  }

  static JsonNode yamlOf(String text) {
    // a key that stands twice is an error to this library
    Object read = new Load(LoadSettings.builder().build()).loadFromString(text);
    return new JsonMapper().valueToTree(read);
  }

  /** The documents of a file that holds several. */
  static List<JsonNode> documents(String file) throws IOException {
    List<JsonNode> documents = new ArrayList<>();
    new Load(LoadSettings.builder().build())
        .loadAllFromString(Files.readString(DIRECTORY.resolve(file)))
        .forEach(read -> documents.add(new JsonMapper().valueToTree(read)));
    return documents;
  }

  public static JsonNode json(String file) throws IOException {
    return new JsonMapper().readTree(DIRECTORY.resolve(file).toFile());
  }

  /** The texts of a list. */
  static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  /** Keys and values of an object, as texts. */
  static Map<String, String> entries(JsonNode object) {
    Map<String, String> entries = new TreeMap<>();
    object.properties().forEach(each -> entries.put(each.getKey(), each.getValue().asText()));
    return entries;
  }
}
