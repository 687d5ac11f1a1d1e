package org.relunet.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.relunet.api.plugin.PieceSequence;
import org.relunet.api.syntax.DependencyTree;
import org.relunet.benchmark.HostBenchmark;
import org.relunet.graph.part.Feeds;
import org.tensorflow.Graph;
import org.tensorflow.op.Ops;

/** The tensors that a batch of 32 sentences is fed as. */
public class FeedBenchmark extends HostBenchmark {
  private static final int SENTENCES = 32;
  private static final NetworkSettings SETTINGS =
      new NetworkSettings(
          NetworkSettings.WordPooling.MEAN,
          NetworkSettings.Edges.DEPENDENCY,
          NetworkSettings.EdgeDirection.UNDIRECTED,
          false,
          List.of(),
          true);

  /** Words of each sentence, of two pieces each. */
  @Param({"24", "96"})
  int words;

  private Graph graph;
  private NetworkInputs inputs;
  private List<NumericSentence> batch;

  /** Sentences whose words depend each on the one before. */
  @Setup
  public void batch() {
    graph = new Graph();
    inputs = NetworkInputs.placeholders(Ops.create(graph), SETTINGS);
    int[] wordOfPiece = new int[2 * words];
    int[] heads = new int[words];
    List<String> labels = new ArrayList<>();
    List<WordForm> forms = new ArrayList<>();
    for (int word = 0; word < words; word++) {
      wordOfPiece[2 * word] = word;
      wordOfPiece[2 * word + 1] = word;
      heads[word] = word - 1;
      labels.add("dep");
      forms.add(WordForm.LOWER);
    }
    NumericSentence sentence =
        new NumericSentence(
            new PieceSequence(new int[2 * words], wordOfPiece, words),
            new DependencyTree(heads, labels),
            forms);
    batch = Collections.nCopies(SENTENCES, sentence);
  }

  /** Tensors made and freed. */
  @Benchmark
  public Feeds feed() {
    try (Feeds feeds = new Feeds()) {
      inputs.feed(batch, SETTINGS, false, feeds);
      return feeds;
    }
  }

  /** Frees the graph. */
  @TearDown
  public void close() {
    graph.close();
  }
}
