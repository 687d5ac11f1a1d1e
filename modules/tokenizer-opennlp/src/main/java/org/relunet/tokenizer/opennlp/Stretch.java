package org.relunet.tokenizer.opennlp;

/** Characters {@code [start, end)} of a text. */
record Stretch(String text, int start, int end) {
  void appendStart(StringBuilder to, int most) {
    to.append(text, start, Math.min(end, start + most));
  }

  void appendEnd(StringBuilder to, int most) {
    to.append(text, Math.max(start, end - most), end);
  }
}
