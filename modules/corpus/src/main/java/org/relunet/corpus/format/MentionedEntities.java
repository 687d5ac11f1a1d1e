package org.relunet.corpus.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relunet.api.text.CharacterSpan;
import org.relunet.common.messages.Excerpt;
import org.relunet.corpus.AnnotatedEntity;

/**
 * Reads {@code "entityMentions": [{"text", "label"}]}, which give no places. What is listed twice
 * stands twice, in the order of the text: {@code Queens} as a place and then as a person are the
 * first and the second {@code Queens}. A longer entity is placed before a shorter one, which then
 * takes the places that are left: {@code Gaza} is not the one in {@code Gaza Strip}, if it can be
 * another.
 *
 * @param placed in the order of the text
 * @param notInText names of those that do not stand in the text at all
 */
record MentionedEntities(List<AnnotatedEntity> placed, List<String> notInText) {
  private static final String KEY = "entityMentions";

  /** What the published files write for a mention of no type, and for a pair of no relation. */
  static final String NONE = "None";

  /** Empty where the record has no such key. */
  static Optional<MentionedEntities> of(JsonNode record, String text) throws RecordProblem {
    if (!record.has(KEY)) {
      return Optional.empty();
    }
    Map<String, List<String>> types = new LinkedHashMap<>();
    int number = 0;
    for (JsonNode mention : RecordShape.list(record, KEY)) {
      number++;
      String place = "entity %d of '%s'".formatted(number, KEY);
      String name =
          RecordProblem.at(place, () -> RecordShape.text(mention, "text"))
              .strip()
              .replaceAll("\\s+", " ");
      if (name.isEmpty()) {
        throw new RecordProblem(place + " has no character");
      }
      String type = RecordProblem.at(place, () -> RecordShape.name(mention, "label"));
      types.computeIfAbsent(name, first -> new ArrayList<>()).add(type.equals(NONE) ? "" : type);
    }
    List<AnnotatedEntity> placed = new ArrayList<>();
    BitSet taken = new BitSet(text.length());
    List<String> notInText = new ArrayList<>();
    List<String> longestFirst = new ArrayList<>(types.keySet());
    longestFirst.sort(Comparator.comparingInt(String::length).reversed());
    for (String name : longestFirst) {
      List<CharacterSpan> places = places(text, name, taken);
      if (places.isEmpty()) {
        notInText.add(name);
      } else {
        place(name, types.get(name), places, placed);
        places.stream()
            .limit(types.get(name).size())
            .forEach(one -> taken.set(one.start(), one.end()));
      }
    }
    placed.sort(
        Comparator.comparingInt((AnnotatedEntity one) -> one.span().start())
            .thenComparingInt(one -> one.span().end()));
    return Optional.of(new MentionedEntities(placed, notInText));
  }

  /** Where the name stands, in the order of the text, but first where nothing else was placed. */
  private static List<CharacterSpan> places(String text, String name, BitSet taken) {
    List<CharacterSpan> free = new ArrayList<>();
    List<CharacterSpan> within = new ArrayList<>();
    for (CharacterSpan place : NamedPlaces.in(text, name)) {
      int next = taken.nextSetBit(place.start());
      (next >= 0 && next < place.end() ? within : free).add(place);
    }
    free.addAll(within);
    return free;
  }

  private static void place(
      String name, List<String> types, List<CharacterSpan> places, List<AnnotatedEntity> placed)
      throws RecordProblem {
    int used = Math.min(types.size(), places.size());
    List<CharacterSpan> chosen = new ArrayList<>(places.subList(0, used));
    chosen.sort(Comparator.comparingInt(CharacterSpan::start));
    for (int i = 0; i < used; i++) {
      placed.add(new AnnotatedEntity(chosen.get(i), types.get(i)));
    }
    Set<String> usedTypes = new HashSet<>(types.subList(0, used));
    for (String type : types.subList(used, types.size())) {
      if (!usedTypes.contains(type)) {
        throw new RecordProblem(
            "'%s' lists '%s' as '%s' and as '%s', but the text has it %d times; leave one of them out"
                .formatted(KEY, Excerpt.of(name), types.get(0), type, used));
      }
    }
  }
}
