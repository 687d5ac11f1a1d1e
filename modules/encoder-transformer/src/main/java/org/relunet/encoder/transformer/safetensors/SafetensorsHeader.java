package org.relunet.encoder.transformer.safetensors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relunet.common.messages.ParserMessage;
import org.relunet.encoder.transformer.tensor.TensorFile;
import org.relunet.encoder.transformer.tensor.TensorShape;
import org.relunet.encoder.transformer.tensor.WeightException;

/** Reads and checks the header: every claim is compared with the file's size before it is used. */
final class SafetensorsHeader {
  /** Bytes of the header's length. */
  private static final int PREFIX = 8;

  /** The format allows 100 MB. Those of the largest encoders have a hundred kilobytes. */
  private static final long MAXIMUM_HEADER_BYTES = 16L << 20;

  /** A tensor takes some 15; a list of lists, of as many bytes, takes many more. */
  private static final long MOST_TOKENS = 2_000_000;

  private static final String METADATA = "__metadata__";

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(8)
                          .maxTokenCount(MOST_TOKENS)
                          .maxNumberLength(20)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .build();

  private final TensorFile file;
  private final long dataStart;

  private SafetensorsHeader(TensorFile file, long dataStart) {
    this.file = file;
    this.dataStart = dataStart;
  }

  static Map<String, SafetensorsEntry> read(TensorFile file) {
    if (file.size() < PREFIX) {
      throw new WeightException(
          file.origin() + ": " + file.size() + " bytes are no safetensors file; it is truncated");
    }
    long length = file.region(0, PREFIX).getLong();
    if (length < 2 || length > MAXIMUM_HEADER_BYTES || length > file.size() - PREFIX) {
      throw new WeightException(
          file.origin()
              + ": claims a header of "
              + Long.toUnsignedString(length)
              + " bytes in a file of "
              + file.size()
              + "; it is truncated or no safetensors file");
    }
    return new SafetensorsHeader(file, PREFIX + length).entries(file.region(PREFIX, length));
  }

  private Map<String, SafetensorsEntry> entries(ByteBuffer text) {
    JsonNode header = parse(StandardCharsets.UTF_8.decode(text).toString());
    Map<String, SafetensorsEntry> entries = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : header.properties()) {
      if (!field.getKey().equals(METADATA)) {
        entries.put(field.getKey(), entry(field.getKey(), field.getValue()));
      }
    }
    requireDisjoint(entries);
    return Collections.unmodifiableMap(entries);
  }

  private JsonNode parse(String text) {
    try {
      JsonNode header = JSON.readTree(text);
      if (!header.isObject()) {
        throw new WeightException(file.origin() + ": the header is no JSON object");
      }
      return header;
    } catch (JsonProcessingException e) {
      throw new WeightException(
          file.origin() + ": the header is no JSON: " + ParserMessage.plain(e.getOriginalMessage()),
          e);
    }
  }

  private SafetensorsEntry entry(String name, JsonNode node) {
    SafetensorsType type = type(name, node.path("dtype").asText());
    TensorShape shape;
    try {
      shape = new TensorShape(integers(name, "shape", node.path("shape")));
    } catch (IllegalArgumentException e) {
      throw damaged(name, e.getMessage());
    }
    List<Long> offsets = integers(name, "data_offsets", node.path("data_offsets"));
    long dataSize = file.size() - dataStart;
    if (offsets.size() != 2
        || offsets.get(0) < 0
        || offsets.get(1) < offsets.get(0)
        || offsets.get(1) > dataSize) {
      throw damaged(
          name, "data_offsets " + offsets + " do not lie within " + dataSize + " bytes of data");
    }
    long length = offsets.get(1) - offsets.get(0);
    long needed = (long) shape.elements() * type.bytes();
    if (length != needed) {
      throw damaged(name, shape + " of " + type + " takes " + needed + " bytes but has " + length);
    }
    return new SafetensorsEntry(type, shape, dataStart + offsets.get(0), length);
  }

  private SafetensorsType type(String name, String text) {
    return Arrays.stream(SafetensorsType.values())
        .filter(type -> type.name().equals(text))
        .findFirst()
        .orElseThrow(() -> damaged(name, "unknown dtype '" + text + "'"));
  }

  private List<Long> integers(String name, String key, JsonNode node) {
    if (!node.isArray()) {
      throw damaged(name, key + " is no list");
    }
    List<Long> integers = new ArrayList<>();
    for (JsonNode element : node) {
      if (!element.isIntegralNumber() || !element.canConvertToLong()) {
        throw damaged(name, key + " holds " + element + ", which is no integer");
      }
      integers.add(element.longValue());
    }
    return integers;
  }

  private void requireDisjoint(Map<String, SafetensorsEntry> entries) {
    List<Map.Entry<String, SafetensorsEntry>> byOffset = new ArrayList<>(entries.entrySet());
    byOffset.removeIf(named -> named.getValue().length() == 0);
    byOffset.sort((one, other) -> Long.compare(one.getValue().offset(), other.getValue().offset()));
    long reached = dataStart;
    for (Map.Entry<String, SafetensorsEntry> named : byOffset) {
      if (named.getValue().offset() < reached) {
        throw damaged(named.getKey(), "overlaps another tensor");
      }
      reached = named.getValue().offset() + named.getValue().length();
    }
  }

  private WeightException damaged(String name, String what) {
    return new WeightException(
        file.origin() + ": tensor " + name + ": " + what + "; the file is damaged");
  }
}
