package org.relunet.runtime.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.relunet.api.plugin.Encoder;
import org.relunet.api.plugin.Tokenizer;
import org.relunet.api.text.Document;
import org.relunet.api.text.Sentence;

/**
 * Reads documents passage by passage. A passage is what the network reads at once: sentences of one
 * paragraph that follow each other, as many as fit into a number of words and into the encoder, and
 * at least one.
 *
 * <p>A long document is tokenised a slab at a time, so that memory is bounded whatever its length.
 *
 * @param tokenizer splits a slab into sentences
 * @param encoder whose pieces a passage of several sentences has at most
 * @param passageWords most words of a passage of several sentences
 * @param slabCharacters most UTF-16 units tokenised at a time
 */
public record PassageReader(
    Tokenizer tokenizer, Encoder encoder, int passageWords, int slabCharacters) {
  private static final int SLAB_CHARACTERS = 1 << 17;
  private static final Pattern BLANK_LINE = Pattern.compile("\\R\\h*\\R");

  /** With slabs of about a hundred thousand characters. */
  public PassageReader(Tokenizer tokenizer, Encoder encoder, int passageWords) {
    this(tokenizer, encoder, passageWords, SLAB_CHARACTERS);
  }

  /** Gives the document's passages in order, each with its sentences. */
  public void read(Document document, Consumer<List<Sentence>> passages) {
    Passage passage = new Passage(document.text(), passages);
    String text = document.text();
    int start = 0;
    while (start < text.length()) {
      int end = slabEnd(text, start);
      List<Sentence> sentences =
          tokenizer.tokenize(new Document(document.id(), text.substring(start, end)));
      // the slab may end within its last sentence, which the next one then begins with
      boolean carried = end < text.length() && sentences.size() > 1;
      for (Sentence sentence : carried ? sentences.subList(0, sentences.size() - 1) : sentences) {
        passage.add(sentence.shift(start));
      }
      start = carried ? start + sentences.get(sentences.size() - 1).span().start() : end;
    }
    passage.end();
  }

  /** Behind white space, if there is any: no word is cut that is shorter than a slab. */
  private int slabEnd(String text, int start) {
    if (text.length() - start <= slabCharacters) {
      return text.length();
    }
    int end = start + slabCharacters;
    for (int at = end; at > start; at--) {
      if (Character.isWhitespace(text.charAt(at - 1))) {
        return at;
      }
    }
    return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
  }

  /** The passage that grows. */
  private final class Passage {
    private final String text;
    private final Consumer<List<Sentence>> passages;
    private List<Sentence> sentences = new ArrayList<>();
    private int words;
    private int pieces;

    Passage(String text, Consumer<List<Sentence>> passages) {
      this.text = text;
      this.passages = passages;
    }

    void add(Sentence sentence) {
      int more = encoder.pieces(sentence.words()).length();
      if (words + sentence.size() > passageWords
          || pieces + more > encoder.maximumPieces()
          || !continuesParagraph(sentence)) {
        end();
      }
      sentences.add(sentence);
      words += sentence.size();
      pieces += more;
    }

    private boolean continuesParagraph(Sentence sentence) {
      if (sentences.isEmpty()) {
        return true;
      }
      int before = sentences.get(sentences.size() - 1).span().end();
      return !BLANK_LINE.matcher(text).region(before, sentence.span().start()).find();
    }

    void end() {
      if (!sentences.isEmpty()) {
        passages.accept(sentences);
        sentences = new ArrayList<>();
        words = 0;
        pieces = 0;
      }
    }
  }
}
