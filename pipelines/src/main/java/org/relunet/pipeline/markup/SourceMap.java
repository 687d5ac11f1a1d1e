package org.relunet.pipeline.markup;

import java.util.Arrays;
import java.util.List;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.Document;
import org.relunet.api.triple.Extraction;
import org.relunet.api.triple.Mention;
import org.relunet.api.triple.Triple;

/**
 * Carries places in a visible text back to the original. Both count UTF-16 units.
 *
 * <p>The text consists of stretches; those of the same length in the original stand there character
 * by character, another one, such as a decoded entity, as a whole.
 */
final class SourceMap {
  private final int[] textStarts;
  private final int[] sourceStarts;
  private final int[] sourceEnds;
  private final int textLength;

  SourceMap(int[] textStarts, int[] sourceStarts, int[] sourceEnds, int textLength) {
    this.textStarts = textStarts;
    this.sourceStarts = sourceStarts;
    this.sourceEnds = sourceEnds;
    this.textLength = textLength;
  }

  /** Of a text that has no markup. */
  static SourceMap identity(int length) {
    return new SourceMap(new int[] {0}, new int[] {0}, new int[] {length}, length);
  }

  /** The same triples at their places in the original; mentions keep their visible text. */
  Extraction toSource(Extraction extraction, Document original) {
    List<Triple> triples =
        extraction.triples().stream()
            .map(
                triple ->
                    new Triple(
                        mention(triple.subject()),
                        triple.relation(),
                        mention(triple.object()),
                        triple.confidence(),
                        span(triple.sentence()),
                        triple.relationIri()))
            .toList();
    return new Extraction(original, triples, extraction.sentences(), extraction.modelVersion());
  }

  private Mention mention(Mention mention) {
    return new Mention(mention.text(), span(mention.span()));
  }

  /** From the first character's beginning to the last one's end. */
  CharacterSpan span(CharacterSpan text) {
    int start = start(text.start());
    return new CharacterSpan(
        start, text.length() == 0 ? start : Math.max(start, end(text.end() - 1)));
  }

  private int start(int at) {
    if (textStarts.length == 0) {
      return 0;
    }
    int stretch = stretch(at);
    return isLiteral(stretch)
        ? sourceStarts[stretch] + at - textStarts[stretch]
        : sourceStarts[stretch];
  }

  private int end(int at) {
    int stretch = stretch(at);
    return isLiteral(stretch)
        ? sourceStarts[stretch] + at - textStarts[stretch] + 1
        : sourceEnds[stretch];
  }

  private int stretch(int at) {
    int found = Arrays.binarySearch(textStarts, at);
    return found >= 0 ? found : -found - 2;
  }

  private boolean isLiteral(int stretch) {
    int next = stretch + 1 < textStarts.length ? textStarts[stretch + 1] : textLength;
    return sourceEnds[stretch] - sourceStarts[stretch] == next - textStarts[stretch];
  }
}
