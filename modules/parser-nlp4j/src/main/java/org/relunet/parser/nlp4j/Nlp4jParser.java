package org.relunet.parser.nlp4j;

import edu.emory.mathcs.nlp.component.template.NLPComponent;
import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.decode.NLPDecoder;
import java.util.ArrayList;
import java.util.List;
import org.relunet.api.plugin.Parser;
import org.relunet.api.syntax.DependencyTree;
import org.relunet.api.text.Sentence;

/** The parser: tags, lemmas and tree by NLP4J, whose components threads may share. */
final class Nlp4jParser implements Parser {
  private final NLPDecoder decoder = new NLPDecoder();
  private final int maximumWords;

  /**
   * @param components in the order in which they are to work
   * @param maximumWords of a piece that is parsed at once
   */
  Nlp4jParser(List<NLPComponent<NLPNode>> components, int maximumWords) {
    decoder.setComponents(components);
    this.maximumWords = maximumWords;
  }

  @Override
  public DependencyTree parse(Sentence sentence) {
    List<String> words = sentence.words();
    List<DependencyTree> pieces = new ArrayList<>();
    for (int first = 0; first < words.size(); first += maximumWords) {
      List<String> piece = words.subList(first, Math.min(first + maximumWords, words.size()));
      pieces.add(NodeTree.of(decoder.decode(nodes(piece))));
    }
    return DependencyTree.join(pieces);
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
