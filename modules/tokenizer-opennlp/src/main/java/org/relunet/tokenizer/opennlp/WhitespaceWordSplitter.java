package org.relunet.tokenizer.opennlp;

/** Words are what white space separates. */
final class WhitespaceWordSplitter implements WordSplitter {
  @Override
  public void split(String text, int start, int end, Words found) {
    int at = start;
    while (at < end) {
      if (Characters.separates(text.charAt(at))) {
        at++;
        continue;
      }
      int wordStart = at;
      while (at < end && !Characters.separates(text.charAt(at))) {
        at++;
      }
      if (Characters.anyVisible(text, wordStart, at)) {
        found.add(wordStart, at);
      }
    }
  }
}
