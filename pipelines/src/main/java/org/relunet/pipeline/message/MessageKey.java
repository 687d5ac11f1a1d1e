package org.relunet.pipeline.message;

import java.nio.charset.StandardCharsets;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.CodePointOffsets;
import org.relunet.api.text.Document;
import org.relunet.api.triple.Triple;
import org.relunet.pipeline.fact.Fact;
import org.relunet.pipeline.name.Iri;

/**
 * Keys of result messages, the same whenever the same is extracted from the same document, so that
 * a compacted topic or an upsert keeps one of each. A document's key is its id with every byte but
 * letters, digits and {@code - . _ ~} percent-encoded; a triple's is
 *
 * <pre>document / sentence / subject / relation / object</pre>
 *
 * with spans as {@code start-end}, counted in code points, and the relation encoded like an id. A
 * fact's is
 *
 * <pre>document / subject / relation / object</pre>
 *
 * with the entities' full names encoded, or {@code @start-end} where a mention is no name.
 */
public final class MessageKey {
  private static final char SEPARATOR = '/';

  private MessageKey() {}

  static byte[] of(Document document) {
    return bytes(Iri.encode(document.id()));
  }

  static byte[] of(Document document, Triple triple, CodePointOffsets offsets) {
    return bytes(
        Iri.encode(document.id())
            + SEPARATOR
            + span(offsets.toCodePoints(triple.sentence()))
            + SEPARATOR
            + span(offsets.toCodePoints(triple.subject().span()))
            + SEPARATOR
            + Iri.encode(triple.relation())
            + SEPARATOR
            + span(offsets.toCodePoints(triple.object().span())));
  }

  static byte[] of(Document document, Fact fact) {
    return bytes(
        String.join(
            String.valueOf(SEPARATOR),
            Iri.encode(document.id()),
            fact.subject().key(),
            Iri.encode(fact.relation()),
            fact.object().key()));
  }

  /** Length of the part of a key that names the document: the same for all of its triples. */
  public static int documentLength(byte[] key) {
    for (int i = 0; i < key.length; i++) {
      if (key[i] == SEPARATOR) {
        return i;
      }
    }
    return key.length;
  }

  private static String span(CharacterSpan span) {
    return span.start() + "-" + span.end();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
