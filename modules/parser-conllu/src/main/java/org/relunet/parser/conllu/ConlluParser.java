package org.relunet.parser.conllu;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.relunet.api.plugin.ModelHashes;
import org.relunet.api.plugin.Parser;
import org.relunet.api.syntax.DependencyTree;
import org.relunet.api.text.Sentence;

/**
 * Finds a sentence's tree by its words: the syntactic words of a sentence of the files, or its
 * words as the text writes them, multiword tokens whole. Where the files hold a sentence twice, the
 * first counts.
 */
final class ConlluParser implements Parser {
  private static final int WORDS_SHOWN = 12;
  private static final Pattern SEPARATOR = Pattern.compile("[\\s\\p{Z}\\p{Cc}]");
  private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

  private final ConlluSettings settings;
  private final Map<List<String>, DependencyTree> trees = new HashMap<>();

  private ModelHashes models = ModelHashes.NONE;

  private ConlluParser(ConlluSettings settings) {
    this.settings = settings;
  }

  /**
   * @throws MalformedConlluException if a file breaks the format
   */
  static ConlluParser load(ConlluSettings settings) {
    ConlluParser parser = new ConlluParser(settings);
    try {
      for (Path file : TreeFiles.in(settings.file())) {
        byte[] content = Files.readAllBytes(file);
        new ConlluReader().read(file, new ByteArrayInputStream(content)).forEach(parser::add);
        parser.models = parser.models.with(file.getFileName().toString(), content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + settings.file() + ": " + e.getMessage(), e);
    }
    return parser;
  }

  private void add(ConlluSentence sentence) {
    add(sentence.forms(), sentence.tree());
    if (!sentence.multiwords().isEmpty()) {
      SurfaceTree surface = new SurfaceTree(sentence);
      add(surface.words(), surface.tree());
    }
  }

  private void add(List<String> words, DependencyTree tree) {
    trees.putIfAbsent(key(words), tree);
  }

  /** Of the files of trees. */
  @Override
  public ModelHashes models() {
    return models;
  }

  @Override
  public DependencyTree parse(Sentence sentence) {
    DependencyTree tree = trees.get(key(sentence.words()));
    if (tree == null) {
      throw new UnknownSentenceException(
          "no tree for the sentence '"
              + start(sentence.words())
              + "' ("
              + sentence.size()
              + " words, characters "
              + sentence.span().start()
              + " to "
              + sentence.span().end()
              + " of its document) among the "
              + trees.size()
              + " of "
              + settings.file()
              + "; it is found only if its words are those of the file: check the tokenizer's"
              + " settings, such as tokenizer.opennlp.word-tokenizer: whitespace");
    }
    return tree;
  }

  private static String start(List<String> words) {
    return words.size() <= WORDS_SHOWN
        ? String.join(" ", words)
        : String.join(" ", words.subList(0, WORDS_SHOWN)) + " ...";
  }

  /**
   * CoNLL-U cannot hold tabs and line ends within a word, nor UTF-8 half a surrogate pair: the
   * former count as a space, the latter as a replacement character.
   */
  private static List<String> key(List<String> words) {
    return words.stream().map(ConlluParser::writable).toList();
  }

  private static String writable(String word) {
    String spaced = SEPARATOR.matcher(word).replaceAll(" ");
    return LONE_SURROGATE.matcher(spaced).replaceAll("\uFFFD");
  }
}
