package org.relunet.parser.conllu;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.relunet.api.syntax.DependencyTree;
import org.relunet.api.text.TokenSpan;

/** Collects the lines of one sentence and checks them. */
final class SentenceLines {
  private static final int COLUMNS = 10;

  /** Hundreds of times the longest of any treebank. */
  private static final int MOST_WORDS = 10_000;

  private static final int ID = 0;
  private static final int FORM = 1;
  private static final int UPOS = 3;
  private static final int HEAD = 6;
  private static final int DEPREL = 7;

  private final Path file;
  private final List<ConlluWord> words = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();
  private final List<SurfaceToken> multiwords = new ArrayList<>();
  private int lastMultiwordLine;

  SentenceLines(Path file) {
    this.file = file;
  }

  boolean isEmpty() {
    return words.isEmpty() && multiwords.isEmpty();
  }

  /** Adds a line that is not blank. */
  void add(int number, String line) {
    if (line.startsWith("#")) {
      return;
    }
    String[] columns = line.split("\t", -1);
    if (columns.length != COLUMNS) {
      throw new MalformedConlluException(
          file,
          number,
          "a word line has 10 columns separated by tabs, this has "
              + columns.length
              + (columns.length == 1 ? " (are they separated by spaces?)" : ""));
    }
    if (columns[FORM].isEmpty()) {
      throw new MalformedConlluException(file, number, "column 2 (FORM) is empty");
    }
    String id = columns[ID];
    if (id.indexOf('.') >= 0) {
      return; // an empty node: part of the enhanced graph, not of the tree
    }
    int dash = id.indexOf('-');
    if (dash >= 0) {
      addMultiword(number, id, dash, columns[FORM]);
      return;
    }
    if (integer(number, "1 (ID)", id) != words.size() + 1) {
      throw new MalformedConlluException(
          file, number, "word " + id + " stands where word " + (words.size() + 1) + " is expected");
    }
    if (words.size() == MOST_WORDS) {
      throw new MalformedConlluException(
          file,
          number,
          "a sentence of more than " + MOST_WORDS + " words; is a blank line missing?");
    }
    int head = integer(number, "7 (HEAD)", columns[HEAD]);
    words.add(new ConlluWord(columns[FORM], columns[UPOS], head - 1, columns[DEPREL]));
    lines.add(number);
  }

  private void addMultiword(int number, String id, int dash, String form) {
    int first = integer(number, "1 (ID)", id.substring(0, dash));
    int last = integer(number, "1 (ID)", id.substring(dash + 1));
    if (first != words.size() + 1 || last < first || overlaps(first - 1)) {
      throw new MalformedConlluException(
          file, number, "multiword token " + id + " does not stand right before its words");
    }
    multiwords.add(new SurfaceToken(form, new TokenSpan(first - 1, last - 1)));
    lastMultiwordLine = number;
  }

  private boolean overlaps(int first) {
    return !multiwords.isEmpty() && multiwords.get(multiwords.size() - 1).words().last() >= first;
  }

  private int integer(int number, String column, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new MalformedConlluException(
          file, number, "column " + column + " holds '" + value + "', a whole number is expected");
    }
  }

  /** The sentence, once its last line is in. */
  ConlluSentence finish() {
    if (words.isEmpty()) {
      throw new MalformedConlluException(
          file, lastMultiwordLine, "a multiword token without its words");
    }
    int firstLine = lines.get(0);
    int roots = 0;
    for (int word = 0; word < words.size(); word++) {
      int head = words.get(word).head();
      if (head < DependencyTree.ROOT || head >= words.size()) {
        throw new MalformedConlluException(
            file,
            lines.get(word),
            "head " + (head + 1) + " is not a word of this sentence of " + words.size());
      }
      roots += head == DependencyTree.ROOT ? 1 : 0;
    }
    if (roots != 1) {
      throw new MalformedConlluException(
          file, firstLine, "a sentence has one word with head 0, this has " + roots);
    }
    for (SurfaceToken multiword : multiwords) {
      if (multiword.words().last() >= words.size()) {
        throw new MalformedConlluException(
            file, lastMultiwordLine, "multiword token '" + multiword.form() + "' lacks words");
      }
    }
    ConlluSentence sentence = new ConlluSentence(firstLine, words, multiwords);
    try {
      sentence.tree();
    } catch (IllegalArgumentException e) {
      throw new MalformedConlluException(
          file, firstLine, "the heads make no tree: " + e.getMessage() + " (words from 0)");
    }
    return sentence;
  }
}
