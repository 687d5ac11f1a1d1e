package org.relunet.tokenizer.opennlp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.Sentence;
import org.relunet.api.text.Token;

/** Splits and tags. For one thread. */
final class TokenizerWorker {
  private final SentenceSplitter sentences;
  private final WordSplitter words;
  private final WordTagger tagger;

  TokenizerWorker(SentenceSplitter sentences, WordSplitter words, WordTagger tagger) {
    this.sentences = sentences;
    this.words = words;
    this.tagger = tagger;
  }

  void tokenize(String text, List<Sentence> into) {
    sentences.split(
        text,
        (start, end) -> {
          List<CharacterSpan> spans = new ArrayList<>();
          words.split(text, start, end, (from, to) -> spans.add(EdgeMarks.without(text, from, to)));
          if (!spans.isEmpty()) {
            into.add(sentence(text, spans));
          }
        });
  }

  /** The sentences of the given words: a word belongs where it begins. */
  void tokenize(String text, List<CharacterSpan> known, List<Sentence> into) {
    Deque<CharacterSpan> remaining = new ArrayDeque<>(known);
    sentences.split(
        text,
        (start, end) -> {
          List<CharacterSpan> spans = new ArrayList<>();
          while (!remaining.isEmpty() && remaining.peek().start() < end) {
            spans.add(remaining.poll());
          }
          if (!spans.isEmpty()) {
            into.add(sentence(text, spans));
          }
        });
    if (!remaining.isEmpty()) {
      into.add(sentence(text, List.copyOf(remaining)));
    }
  }

  private Sentence sentence(String text, List<CharacterSpan> spans) {
    List<String> forms = new ArrayList<>(spans.size());
    for (CharacterSpan span : spans) {
      forms.add(text.substring(span.start(), span.end()));
    }
    String[] tags = tagger.tag(forms);
    List<Token> tokens = new ArrayList<>(tags.length);
    for (int i = 0; i < tags.length; i++) {
      tokens.add(new Token(forms.get(i), spans.get(i), tags[i]));
    }
    CharacterSpan whole =
        new CharacterSpan(spans.get(0).start(), spans.get(spans.size() - 1).end());
    return new Sentence(whole, tokens);
  }
}
