package org.relunet.corpus.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.relunet.api.text.CodePointOffsets;
import org.relunet.common.messages.Excerpt;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.AnnotatedTriple;
import org.relunet.corpus.Entity;
import org.relunet.corpus.LocatedEntity;
import org.relunet.corpus.format.OffsetUnit;

/** Tells by which other convention than the one that they were read by offsets would be right. */
final class OffsetDiagnosis {
  /** So many of the located entities must be right by a convention for it to be named. */
  private static final double MOST = 0.9;

  private OffsetDiagnosis() {}

  private enum Convention {
    CODE_POINTS("code points: read them with --offsets code-points"),
    UTF16("UTF-16 units, as in Java and JavaScript: read them with --offsets utf16"),
    UTF8("bytes of UTF-8: read them with --offsets utf8"),
    INCLUSIVE("code points whose end is the last character's: read them with --offsets inclusive"),
    ONE_LATE("one too high, as if the first character were 1: read them with --offsets one-based"),
    ONE_EARLY("one too low: add 1 to both"),
    ONE_LATE_INCLUSIVE(
        "counted from 1, the end being the last character's: read them with --offsets"
            + " one-based-inclusive");

    private final String description;

    Convention(String description) {
      this.description = description;
    }

    /** The characters that the offsets mean; empty where they lie outside of the text. */
    String slice(Text text, int start, int end) {
      return switch (this) {
        case CODE_POINTS -> text.codePoints(start, end);
        case UTF16 -> text.utf16(start, end);
        case UTF8 -> text.utf8(start, end);
        case INCLUSIVE -> text.codePoints(start, end + 1);
        case ONE_LATE -> text.codePoints(start - 1, end - 1);
        case ONE_EARLY -> text.codePoints(start + 1, end + 1);
        case ONE_LATE_INCLUSIVE -> text.codePoints(start - 1, end);
      };
    }
  }

  private record Text(String characters, CodePointOffsets offsets, byte[] utf8) {
    static Text of(String characters) {
      return new Text(
          characters,
          new CodePointOffsets(characters),
          characters.getBytes(StandardCharsets.UTF_8));
    }

    /** A place as the file has it, which may lie beyond the text. */
    int inFile(int utf16) {
      int length = characters.length();
      return utf16 <= length
          ? offsets.toCodePoints(utf16)
          : offsets.toCodePoints(length) + utf16 - length;
    }

    /** The numbers that the file may have for a place; several where a character's bytes are. */
    int[] numbers(int utf16, OffsetUnit unit, boolean end) {
      return switch (unit) {
        case CODE_POINTS -> new int[] {inFile(utf16)};
        case UTF16 -> new int[] {utf16};
        case UTF8 -> bytes(utf16);
        case INCLUSIVE -> new int[] {inFile(utf16) - (end ? 1 : 0)};
        case ONE_BASED -> new int[] {inFile(utf16) + 1};
        case ONE_BASED_INCLUSIVE -> new int[] {inFile(utf16) + (end ? 0 : 1)};
      };
    }

    private int[] bytes(int utf16) {
      int length = characters.length();
      if (utf16 >= length) {
        return new int[] {utf8.length + utf16 - length};
      }
      int first = characters.substring(0, utf16).getBytes(StandardCharsets.UTF_8).length;
      int last =
          first
              + Character.toString(characters.codePointAt(utf16))
                  .getBytes(StandardCharsets.UTF_8)
                  .length;
      return IntStream.range(first, last).toArray();
    }

    String codePoints(int start, int end) {
      int length = offsets.toCodePoints(characters.length());
      return start < 0 || end > length || start > end
          ? ""
          : characters.substring(offsets.toUtf16(start), offsets.toUtf16(end));
    }

    String utf16(int start, int end) {
      return start < 0 || end > characters.length() || start > end
          ? ""
          : characters.substring(start, end);
    }

    String utf8(int start, int end) {
      return start < 0 || end > utf8.length || start > end
          ? ""
          : new String(utf8, start, end - start, StandardCharsets.UTF_8);
    }
  }

  static Optional<Finding> of(CorpusPart part) {
    int located = 0;
    int wrong = 0;
    Map<Convention, Integer> right = new EnumMap<>(Convention.class);
    List<String> examples = new ArrayList<>();
    for (AnnotatedText annotated : part.texts()) {
      Text text = Text.of(annotated.text());
      for (LocatedEntity entity : entities(annotated)) {
        int start = text.inFile(entity.span().start());
        int end = text.inFile(entity.span().end());
        located++;
        String meant = text.codePoints(start, end);
        if (!meant.equals(entity.text())) {
          wrong++;
          examples.add(
              "%s: %d to %d is '%s', not '%s'"
                  .formatted(
                      annotated.id(), start, end, Excerpt.of(meant), Excerpt.of(entity.text())));
        }
        int[] starts = text.numbers(entity.span().start(), part.offsets(), false);
        int[] ends = text.numbers(entity.span().end(), part.offsets(), true);
        for (Convention convention : Convention.values()) {
          if (isRight(convention, text, starts, ends, entity.text())) {
            right.merge(convention, 1, Integer::sum);
          }
        }
      }
    }
    if (wrong == 0) {
      return Optional.empty();
    }
    double enough = MOST * located;
    int rightNow = located - wrong;
    Optional<Convention> best =
        right.entrySet().stream()
            .filter(entry -> entry.getValue() >= enough && entry.getValue() > rightNow)
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey);
    String message =
        "%s: the offsets of %d of %d entities do not name their characters"
            .formatted(part.name(), wrong, located);
    return Optional.of(
        Finding.of(
            best.map(convention -> message + "; they look like " + convention.description)
                .orElse(message),
            examples));
  }

  private static boolean isRight(
      Convention convention, Text text, int[] starts, int[] ends, String name) {
    return Arrays.stream(starts)
        .anyMatch(
            start ->
                Arrays.stream(ends)
                    .anyMatch(end -> convention.slice(text, start, end).equals(name)));
  }

  private static List<LocatedEntity> entities(AnnotatedText text) {
    List<LocatedEntity> located = new ArrayList<>();
    for (AnnotatedTriple triple : text.triples()) {
      for (Entity entity : List.of(triple.subject(), triple.object())) {
        if (entity instanceof LocatedEntity place) {
          located.add(place);
        }
      }
    }
    return located;
  }
}
