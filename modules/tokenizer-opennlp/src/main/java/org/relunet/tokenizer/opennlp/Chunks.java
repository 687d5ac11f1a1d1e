package org.relunet.tokenizer.opennlp;

/** Goes over what white space separates in a part of a text, one chunk after another. */
final class Chunks {
  private final String text;
  private final int limit;
  private int start;
  private int end;

  Chunks(String text, int from, int limit) {
    this.text = text;
    this.limit = limit;
    this.end = from;
  }

  /** Goes to the next chunk, the first one at first; false behind the last. */
  boolean next() {
    start = end;
    while (start < limit && Characters.separates(text.charAt(start))) {
      start++;
    }
    end = start;
    while (end < limit && !Characters.separates(text.charAt(end))) {
      end++;
    }
    return start < end;
  }

  Stretch current() {
    return new Stretch(text, start, end);
  }
}
