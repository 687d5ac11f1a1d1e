package org.relunet.parser.nlp4j;

import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.decode.DecodeConfig;
import edu.emory.mathcs.nlp.decode.NLPDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.relunet.api.plugin.Parser;
import org.relunet.api.syntax.DependencyTree;
import org.relunet.api.text.Sentence;

/** The parser: tags, lemmas and tree by NLP4J, whose components threads may share. */
final class Nlp4jParser implements Parser {
  private static final String COMPONENTS = "components.xml";

  private final NLPDecoder decoder;
  private final int maximumWords;

  private Nlp4jParser(NLPDecoder decoder, int maximumWords) {
    this.decoder = decoder;
    this.maximumWords = maximumWords;
  }

  static Nlp4jParser load(Nlp4jSettings settings) {
    try (InputStream components = Nlp4jParser.class.getResourceAsStream(COMPONENTS)) {
      return new Nlp4jParser(new NLPDecoder(new DecodeConfig(components)), settings.maximumWords());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + COMPONENTS, e);
    }
  }

  @Override
  public DependencyTree parse(Sentence sentence) {
    List<String> words = sentence.words();
    HeadCollector heads = new HeadCollector(words.size());
    for (int first = 0; first < words.size(); first += maximumWords) {
      List<String> piece = words.subList(first, Math.min(first + maximumWords, words.size()));
      heads.append(decoder.decode(nodes(piece)));
    }
    return heads.tree();
  }

  /** NLP4J counts words from 1; its node 0 is the head of the root. */
  private static NLPNode[] nodes(List<String> words) {
    NLPNode[] nodes = new NLPNode[words.size() + 1];
    nodes[0] = new NLPNode().toRoot();
    for (int i = 0; i < words.size(); i++) {
      nodes[i + 1] = new NLPNode(i + 1, words.get(i));
    }
    return nodes;
  }
}
