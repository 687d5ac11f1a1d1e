package org.relunet.parser.malt;

import java.util.ArrayList;
import java.util.List;
import org.maltparser.concurrent.graph.dataformat.DataFormat;
import org.maltparser.core.exception.MaltChainedException;
import org.maltparser.core.lw.graph.LWDependencyGraph;
import org.maltparser.core.lw.graph.LWNode;
import org.maltparser.core.lw.parser.LWDeterministicParser;
import org.maltparser.core.lw.parser.LWSingleMalt;
import org.maltparser.core.symbol.SymbolTable;
import org.maltparser.core.symbol.SymbolTableHandler;
import org.maltparser.core.symbol.parse.ParseSymbolTableHandler;
import org.relunet.api.syntax.DependencyTree;
import org.relunet.api.text.Sentence;
import org.relunet.api.text.Token;

/** Parses sentence after sentence. For one thread. */
final class MaltWorker {
  private final LWDependencyGraph graph;
  private final LWDeterministicParser parser;
  private final SymbolTable relations;

  MaltWorker(LWSingleMalt model, SymbolTableHandler symbols, DataFormat columns)
      throws MaltChainedException {
    // words of the sentence at hand go into tables of its own, emptied at the next sentence
    SymbolTableHandler sentenceSymbols = new ParseSymbolTableHandler(symbols);
    graph = new LWDependencyGraph(columns, sentenceSymbols);
    parser = new LWDeterministicParser(model, sentenceSymbols);
    relations = sentenceSymbols.getSymbolTable(MaltColumns.RELATION);
  }

  DependencyTree parse(Sentence sentence) {
    String[] rows = new String[sentence.size()];
    for (int i = 0; i < rows.length; i++) {
      Token token = sentence.tokens().get(i);
      rows[i] = MaltColumns.input(i + 1, token.text(), token.tag());
    }
    int[] heads = new int[rows.length];
    List<String> labels = new ArrayList<>(rows.length);
    try {
      graph.resetTokens(rows, SingleRoot.ROOT_LABEL, false);
      parser.parse(graph);
      for (int i = 0; i < rows.length; i++) {
        LWNode node = graph.getNode(i + 1);
        heads[i] = node.getHead().getIndex() - 1;
        labels.add(node.getHeadEdge().getLabelSymbol(relations));
      }
    } catch (MaltChainedException e) {
      throw new IllegalStateException(
          "MaltParser failed on the sentence '" + String.join(" ", sentence.words()) + "'", e);
    }
    SingleRoot.ensure(heads, labels);
    return new DependencyTree(heads, labels);
  }
}
