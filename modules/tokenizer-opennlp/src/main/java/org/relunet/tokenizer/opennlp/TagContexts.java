package org.relunet.tokenizer.opennlp;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.postag.POSContextGenerator;

/**
 * What the tagger sees of a word: the word, its beginning, end and shape, two words to either side,
 * and the two tags before it. What depends on a word alone is remembered. For one thread.
 */
final class TagContexts implements POSContextGenerator {
  private static final int REMEMBERED = 20_000;
  private static final int AFFIX = 4;
  private static final String BEFORE = "*SB*";
  private static final String BEHIND = "*SE*";

  /** What depends on a word alone. */
  private record Word(String form, String ending, String[] features) {}

  private static final Word START = new Word(BEFORE, BEFORE, new String[0]);
  private static final Word END = new Word(BEHIND, BEHIND, new String[0]);

  private final Map<String, Word> remembered =
      new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Word> eldest) {
          return size() > REMEMBERED;
        }
      };

  @Override
  public String[] getContext(int index, String[] words, String[] tags, Object[] nothingMore) {
    Word word = word(words, index);
    String[] own = word.features;
    String before = word(words, index - 1).form;
    String after = word(words, index + 1).form;
    String tagBefore = index > 0 ? tags[index - 1] : BEFORE;
    String tagsBefore = (index > 1 ? tags[index - 2] : BEFORE) + "," + tagBefore;
    String[] around = {
      "p=" + before,
      "pp=" + word(words, index - 2).form,
      "n=" + after,
      "nn=" + word(words, index + 2).form,
      "ps=" + word(words, index - 1).ending,
      "ns=" + word(words, index + 1).ending,
      "t=" + tagBefore,
      "t2=" + tagsBefore,
      "tw=" + tagBefore + "," + word.form,
      "pw=" + before + "," + word.form,
      "wn=" + word.form + "," + after,
      "ts=" + tagBefore + "," + word.ending,
    };
    String[] all = new String[own.length + around.length];
    System.arraycopy(own, 0, all, 0, own.length);
    System.arraycopy(around, 0, all, own.length, around.length);
    return all;
  }

  private Word word(String[] words, int index) {
    if (index < 0) {
      return START;
    }
    return index >= words.length
        ? END
        : remembered.computeIfAbsent(words[index], TagContexts::look);
  }

  private static Word look(String text) {
    String form = digitsAsZero(text.toLowerCase(Locale.ROOT));
    String[] features = new String[5 + 2 * AFFIX];
    int count = 0;
    features[count++] = "default";
    features[count++] = "w=" + form;
    features[count++] = "W=" + text;
    features[count++] = "shape=" + shape(text, false);
    features[count++] = "SHAPE=" + shape(text, true);
    for (int length = 1; length <= AFFIX; length++) {
      int cut = Math.min(length, form.length());
      features[count++] = "pre=" + form.substring(0, cut);
      features[count++] = "suf=" + form.substring(form.length() - cut);
    }
    return new Word(form, form.substring(Math.max(0, form.length() - 3)), features);
  }

  private static String digitsAsZero(String text) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = 0; i < changed.length(); i++) {
      if (Character.isDigit(changed.charAt(i))) {
        changed.setCharAt(i, '0');
      }
    }
    return changed.toString();
  }

  /** "Xx" for "Paris", "0-x" for "14-day"; runs are one letter, or up to four. */
  private static String shape(String text, boolean runs) {
    StringBuilder shape = new StringBuilder();
    int run = 0;
    for (int i = 0; i < text.length() && shape.length() < 16; i++) {
      char c = text.charAt(i);
      char kind =
          Character.isUpperCase(c)
              ? 'X'
              : Character.isLetter(c) ? 'x' : Character.isDigit(c) ? '0' : c;
      boolean same = shape.length() > 0 && shape.charAt(shape.length() - 1) == kind;
      run = same ? run + 1 : 1;
      if (run == 1 || runs && run <= 4) {
        shape.append(kind);
      }
    }
    return shape.toString();
  }
}
