package org.relunet.corpus.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.CodePointOffsets;
import org.relunet.common.messages.Excerpt;
import org.relunet.corpus.CorpusException;
import org.relunet.corpus.characters.Characters;
import org.relunet.corpus.passages.AnnotatedDocument;
import org.relunet.corpus.passages.AnnotatedDocument.Fact;
import org.relunet.corpus.passages.AnnotatedDocument.Mention;
import org.relunet.corpus.passages.AnnotatedDocument.Mentioned;
import org.relunet.corpus.passages.AnnotatedDocument.Sentence;

/** Reads documents, one JSON object a line, in the layout of {@code modules/corpus/FORMATS.md}. */
public final class DocumentReader {
  private final ObjectMapper json = StrictRecords.mapper();

  /**
   * All documents of the file, in its order.
   *
   * @throws CorpusException if the file has none, or a malformed one: the message names its line
   *     and the key
   */
  public List<AnnotatedDocument> read(Path file) throws IOException {
    List<AnnotatedDocument> documents = new ArrayList<>();
    int number = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(DataStream.open(file), StandardCharsets.UTF_8.newDecoder()))) {
      String line = lines.readLine();
      while (line != null) {
        number++;
        if (!line.isBlank()) {
          documents.add(document(line));
        }
        line = lines.readLine();
      }
    } catch (RecordProblem problem) {
      throw new CorpusException(
          "%s:%d: document %d: %s"
              .formatted(file, number, documents.size() + 1, problem.getMessage()),
          problem);
    } catch (CharacterCodingException broken) {
      throw new CorpusException(
          file + ": is not valid UTF-8 after line " + number + "; save the file as UTF-8", broken);
    }
    if (documents.isEmpty()) {
      throw new CorpusException(file + ": holds no document; expected one JSON object a line");
    }
    return documents;
  }

  private AnnotatedDocument document(String line) throws RecordProblem {
    JsonNode record;
    try {
      record = json.readTree(line);
    } catch (JsonProcessingException broken) {
      throw new RecordProblem(JsonMessages.reason(broken));
    }
    String id = RecordShape.checked("'id'", RecordShape.text(record, "id"), Characters::ofId);
    if (id.isBlank()) {
      throw new RecordProblem("'id' is blank; name the document");
    }
    return RecordProblem.at("'" + Excerpt.of(id) + "'", () -> document(id, record));
  }

  private static AnnotatedDocument document(String id, JsonNode record) throws RecordProblem {
    String text = RecordShape.text(record, "text");
    CodePointOffsets offsets = new CodePointOffsets(text);
    List<Sentence> sentences = new ArrayList<>();
    for (JsonNode sentence : RecordShape.list(record, "sentences")) {
      int reached = sentences.isEmpty() ? 0 : sentences.get(sentences.size() - 1).span().end();
      sentences.add(
          RecordProblem.at(
              "sentence %d of 'sentences'".formatted(sentences.size()),
              () -> sentence(sentence, reached, text, offsets)));
    }
    List<Mentioned> entities = new ArrayList<>();
    for (JsonNode entity : RecordShape.list(record, "entities")) {
      entities.add(
          RecordProblem.at(
              "entity %d of 'entities'".formatted(entities.size()),
              () -> entity(entity, sentences, text, offsets)));
    }
    List<Fact> facts = new ArrayList<>();
    for (JsonNode fact : RecordShape.list(record, "facts")) {
      facts.add(
          RecordProblem.at(
              "fact %d of 'facts'".formatted(facts.size()),
              () -> fact(fact, entities.size(), sentences.size())));
    }
    return new AnnotatedDocument(id, text, sentences, entities, facts);
  }

  private static Sentence sentence(
      JsonNode sentence, int reached, String text, CodePointOffsets offsets) throws RecordProblem {
    CharacterSpan span = span(sentence, text, offsets);
    if (span.start() < reached) {
      throw new RecordProblem("'start' lies before the end of the sentence before");
    }
    int words = number(sentence, "words");
    if (words < 1) {
      throw new RecordProblem("'words' must be 1 at least");
    }
    return new Sentence(span, words);
  }

  private static Mentioned entity(
      JsonNode entity, List<Sentence> sentences, String text, CodePointOffsets offsets)
      throws RecordProblem {
    List<Mention> mentions = new ArrayList<>();
    for (JsonNode mention : RecordShape.list(entity, "mentions")) {
      mentions.add(
          RecordProblem.at(
              "mention %d of 'mentions'".formatted(mentions.size()),
              () -> mention(mention, sentences, text, offsets)));
    }
    return new Mentioned(entity.has("type") ? RecordShape.name(entity, "type") : "", mentions);
  }

  private static Mention mention(
      JsonNode mention, List<Sentence> sentences, String text, CodePointOffsets offsets)
      throws RecordProblem {
    int sentence = index(number(mention, "sentence"), "'sentence'", sentences.size(), "sentences");
    CharacterSpan span = span(mention, text, offsets);
    CharacterSpan around = sentences.get(sentence).span();
    if (span.start() < around.start() || span.end() > around.end()) {
      throw new RecordProblem(
          "'start' and 'end' do not lie inside the sentence %d, which 'sentence' names"
              .formatted(sentence));
    }
    if (mention.has("text")) {
      String name = RecordShape.text(mention, "text");
      String there = text.substring(span.start(), span.end());
      if (!name.equals(there)) {
        throw new RecordProblem(
            "'text' is '%s', but '%s' stands there".formatted(Excerpt.of(name), Excerpt.of(there)));
      }
    }
    return new Mention(sentence, span);
  }

  private static Fact fact(JsonNode fact, int entities, int sentences) throws RecordProblem {
    Set<Integer> evidence = new HashSet<>();
    if (fact.hasNonNull("evidence")) {
      for (JsonNode sentence : RecordShape.list(fact, "evidence")) {
        evidence.add(index(whole(sentence, "evidence"), "'evidence'", sentences, "sentences"));
      }
    }
    return new Fact(
        index(number(fact, "subject"), "'subject'", entities, "entities"),
        RecordShape.name(fact, "relation"),
        index(number(fact, "object"), "'object'", entities, "entities"),
        evidence);
  }

  private static int index(int index, String key, int size, String what) throws RecordProblem {
    if (index < 0 || index >= size) {
      throw new RecordProblem(
          "%s names number %d, but the document has %d %s, counted from 0"
              .formatted(key, index, size, what));
    }
    return index;
  }

  private static CharacterSpan span(JsonNode object, String text, CodePointOffsets offsets)
      throws RecordProblem {
    int start = number(object, "start");
    int end = number(object, "end");
    int length = offsets.toCodePoints(text.length());
    if (start < 0 || end <= start || end > length) {
      throw new RecordProblem(
          "'start' and 'end' reach from %d to %d, but the text has %d characters, and this must have one at least"
              .formatted(start, end, length));
    }
    return offsets.toUtf16(new CharacterSpan(start, end));
  }

  private static int number(JsonNode object, String key) throws RecordProblem {
    return whole(RecordShape.member(object, key), key);
  }

  private static int whole(JsonNode value, String key) throws RecordProblem {
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw new RecordProblem(
          "'%s' must be a whole number, but is %s".formatted(key, RecordShape.describe(value)));
    }
    return value.intValue();
  }
}
