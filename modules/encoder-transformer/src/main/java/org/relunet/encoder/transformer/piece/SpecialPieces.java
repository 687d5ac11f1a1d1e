package org.relunet.encoder.transformer.piece;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** The pieces put around a sentence: the {@code post_processor} of a {@code tokenizer.json}. */
final class SpecialPieces {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final String FIELD = "post_processor";
  private static final int MOST_PIECES = 16;
  private static final int MOST_TYPES = 255;

  private final Fields whole;
  private final Vocabulary vocabulary;

  private SpecialPieces(Fields whole, Vocabulary vocabulary) {
    this.whole = whole;
    this.vocabulary = vocabulary;
  }

  /** Rebuilt from what was checked. */
  static JsonNode rebuilt(Fields whole, Vocabulary vocabulary) {
    SpecialPieces pieces = new SpecialPieces(whole, vocabulary);
    if (whole.isNull(FIELD)) {
      return NullNode.instance;
    }
    String type = Fields.type(whole.value(FIELD));
    return switch (type) {
      case "BertProcessing" ->
          pieces.around(type, whole.inner(FIELD, Set.of("type", "sep", "cls")));
      case "RobertaProcessing" -> {
        Fields read =
            whole.inner(FIELD, Set.of("type", "sep", "cls", "trim_offsets", "add_prefix_space"));
        yield pieces
            .around(type, read)
            .put("trim_offsets", read.flag("trim_offsets"))
            .put("add_prefix_space", read.flag("add_prefix_space"));
      }
      case "ByteLevel" -> TokenizerForm.byteLevel(whole, FIELD);
      case "TemplateProcessing" -> pieces.template();
      default -> throw whole.refused(FIELD + ".type", "is '" + type + "'");
    };
  }

  /** One piece before and one behind. */
  private ObjectNode around(String type, Fields read) {
    ObjectNode rebuilt = JSON.objectNode().put("type", type);
    for (String name : new String[] {"sep", "cls"}) {
      JsonNode pair = read.value(name);
      String piece = read.text(read.pathOf(name) + "[0]", pair.path(0), Vocabulary.LONGEST_PIECE);
      int index = index(read, read.pathOf(name) + "[1]", pair.path(1), piece);
      rebuilt.putArray(name).add(piece).add(index);
    }
    return rebuilt;
  }

  private int index(Fields read, String place, JsonNode value, String piece) {
    int index = read.integer(place, value, 0, Vocabulary.MOST_PIECES);
    if (!vocabulary.has(piece, index)) {
      throw Fields.refused(read.origin(), place, "is not the index of '" + piece + "'");
    }
    return index;
  }

  private ObjectNode template() {
    Fields read = whole.inner(FIELD, Set.of("type", "single", "pair", "special_tokens"));
    ObjectNode rebuilt = JSON.objectNode().put("type", "TemplateProcessing");
    ObjectNode special = JSON.objectNode();
    rebuilt.set("single", sequence(read, "single", special, Set.of("A")));
    rebuilt.set("pair", sequence(read, "pair", special, Set.of("A", "B")));
    rebuilt.set("special_tokens", special);
    return rebuilt;
  }

  private ArrayNode sequence(Fields read, String name, ObjectNode special, Set<String> texts) {
    JsonNode items = read.value(name);
    if (!items.isArray() || items.size() > MOST_PIECES) {
      throw read.refused(name, "is no list of up to " + MOST_PIECES + " pieces");
    }
    ArrayNode rebuilt = JSON.arrayNode();
    int found = 0;
    for (int i = 0; i < items.size(); i++) {
      String kind = items.get(i).has("Sequence") ? "Sequence" : "SpecialToken";
      Fields item =
          Fields.of(read.origin(), read.pathOf(name) + "[" + i + "]", items.get(i), Set.of(kind))
              .inner(kind, Set.of("id", "type_id"));
      String id = item.text("id", Vocabulary.LONGEST_PIECE);
      if (kind.equals("SpecialToken")) {
        special.set(id, special(read, id));
      } else if (texts.contains(id)) {
        found++;
      } else {
        throw item.refused("id", "is '" + id + "', none of " + texts);
      }
      rebuilt
          .addObject()
          .putObject(kind)
          .put("id", id)
          .put("type_id", item.integer("type_id", 0, MOST_TYPES));
    }
    if (found != texts.size()) {
      throw read.refused(name, "does not hold each of " + texts + " once");
    }
    return rebuilt;
  }

  /** What stands for a name in the template: pieces of the vocabulary. */
  private ObjectNode special(Fields read, String name) {
    Fields token =
        Fields.of(
            read.origin(),
            read.pathOf("special_tokens") + "." + name,
            read.value("special_tokens").path(name),
            Set.of("id", "ids", "tokens"));
    JsonNode ids = token.value("ids");
    JsonNode tokens = token.value("tokens");
    if (!ids.isArray() || ids.size() > MOST_PIECES || ids.size() != tokens.size()) {
      throw token.refused("ids", "is no list of up to " + MOST_PIECES + " pieces like its tokens");
    }
    ObjectNode rebuilt = JSON.objectNode().put("id", name);
    ArrayNode rebuiltIds = rebuilt.putArray("ids");
    ArrayNode rebuiltTokens = rebuilt.putArray("tokens");
    for (int i = 0; i < ids.size(); i++) {
      String piece =
          token.text(
              token.pathOf("tokens") + "[" + i + "]", tokens.path(i), Vocabulary.LONGEST_PIECE);
      rebuiltIds.add(index(token, token.pathOf("ids") + "[" + i + "]", ids.get(i), piece));
      rebuiltTokens.add(piece);
    }
    return rebuilt;
  }
}
