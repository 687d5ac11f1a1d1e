package org.relunet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relunet.api.syntax.DependencyTree;
import org.relunet.graph.convolution.Neighbourhood;
import org.relunet.graph.parameter.Parameter;
import org.relunet.graph.parameter.Parameters;
import org.relunet.graph.part.Feeds;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.pooling.NodeGraph;
import org.relunet.network.NetworkSettings.EdgeDirection;
import org.relunet.network.NetworkSettings.Edges;
import org.relunet.network.NetworkSettings.WordPooling;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** The graph over three words: the second is the root, the others depend on it. */
final class WordEdgesTest {
  private static final DependencyTree TREE =
      new DependencyTree(new int[] {1, -1, 1}, List.of("nsubj", "root", "other"));

  /** Weights of which 2 sigmoid is 0.5 and 1.5. */
  private static final float HALF = (float) Math.log(1.0 / 3);

  private static final float MORE = (float) Math.log(3);

  private static NetworkSettings settings(EdgeDirection direction, boolean labels) {
    return new NetworkSettings(
        WordPooling.MEAN, Edges.DEPENDENCY, direction, labels, List.of("nsubj"), false);
  }

  /** The values of each matrix that the function takes from the graph. */
  private static List<float[]> values(NetworkSettings settings, boolean selfLoops) {
    NetworkParts parts = TinyNetworks.withSettings(settings);
    NumericSentence sentence =
        new NumericSentence(
            parts.encoder().pieces(List.of("Aarhus", "is", "city")),
            TREE,
            List.of(WordForm.LOWER, WordForm.LOWER, WordForm.LOWER));
    try (Graph graph = new Graph();
        Feeds feeds = new Feeds()) {
      Ops tf = Ops.create(graph);
      Parameters parameters = new Parameters(tf, Parameters.Storage.SINGLE);
      NetworkInputs inputs = NetworkInputs.placeholders(tf, settings);
      Operand<TFloat32> words =
          tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1, 2)));
      NodeGraph tree =
          WordEdges.build(GraphContext.inference(graph, parameters), settings, inputs, words);
      inputs.feed(List.of(sentence), settings, selfLoops, feeds);
      try (Session session = new Session(graph)) {
        parameters.initialize(session, parameters.all(), 1);
        Map<Parameter, float[]> labels = new HashMap<>();
        // for relations without a name, and for nsubj: from the head, from the dependent
        parameters
            .all()
            .forEach(parameter -> labels.put(parameter, new float[] {0, 0, HALF, MORE}));
        Parameters.assign(session, labels);
        List<Operand<TFloat32>> fetched =
            Stream.concat(
                    Stream.of(tree.adjacency()),
                    tree.neighbourhoods().stream().map(some -> heard(tf, some)))
                .map(matrix -> (Operand<TFloat32>) tf.identity(matrix))
                .toList();
        Session.Runner runner = feeds.to(session.runner());
        fetched.forEach(runner::fetch);
        try (Result result = runner.run()) {
          return Stream.iterate(0, i -> i < fetched.size(), i -> i + 1)
              .map(i -> floats((TFloat32) result.get(i)))
              .toList();
        }
      }
    }
  }

  /** What a word hears along each edge before averages are taken. */
  private static Operand<TFloat32> heard(Ops tf, Neighbourhood some) {
    return some.gates()
        .<Operand<TFloat32>>map(gates -> tf.math.mul(some.edges(), gates))
        .orElse(some.edges());
  }

  private static float[] floats(TFloat32 tensor) {
    float[] values = new float[(int) tensor.size()];
    tensor.asRawTensor().data().asFloats().read(values);
    return values;
  }

  private static void assertMatrices(List<float[]> found, double[]... expected) {
    assertThat(found).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      double[] matrix = new double[found.get(i).length];
      Arrays.setAll(matrix, at(found.get(i))::applyAsDouble);
      assertThat(matrix).as("matrix " + i).containsExactly(expected[i], within(1e-6));
    }
  }

  private static java.util.function.IntToDoubleFunction at(float[] values) {
    return i -> values[i];
  }

  private static final double[] TREE_BOTH_WAYS = {0, 1, 0, 1, 0, 1, 0, 1, 0};
  private static final double[] TO_HEADS = {0, 1, 0, 0, 0, 0, 0, 1, 0};
  private static final double[] TO_DEPENDENTS = {0, 0, 0, 1, 0, 1, 0, 0, 0};

  @Test
  void withoutDirectionWordsHearBothEnds() {
    assertMatrices(
        values(settings(EdgeDirection.UNDIRECTED, false), false), TREE_BOTH_WAYS, TREE_BOTH_WAYS);
  }

  @Test
  void directedWordsHearTheirHeadsAndWhatIsPooledHasNoDirection() {
    assertMatrices(
        values(settings(EdgeDirection.DIRECTED, false), false), TREE_BOTH_WAYS, TO_HEADS);
  }

  @Test
  void inBothDirectionsHeadsAndDependentsAreApart() {
    assertMatrices(
        values(settings(EdgeDirection.BOTH, false), false),
        TREE_BOTH_WAYS,
        TO_HEADS,
        TO_DEPENDENTS);
  }

  @Test
  void wordsHearThemselvesInEveryDirectionWhereTheyHaveSelfLoops() {
    assertMatrices(
        values(settings(EdgeDirection.BOTH, false), true),
        new double[] {1, 1, 0, 1, 1, 1, 0, 1, 1},
        new double[] {1, 1, 0, 0, 1, 0, 0, 1, 1},
        new double[] {1, 0, 0, 1, 1, 1, 0, 0, 1});
  }

  /** Along nsubj 0.5 from the head and 1.5 from the dependent; the mean is pooled. */
  @Test
  void labelsGateTheirEdges() {
    assertMatrices(
        values(settings(EdgeDirection.UNDIRECTED, true), false),
        new double[] {0, 1, 0, 1, 0, 1, 0, 1, 0},
        new double[] {0, 0.5, 0, 1.5, 0, 1, 0, 1, 0});
    assertMatrices(
        values(settings(EdgeDirection.BOTH, true), false),
        new double[] {0, 1, 0, 1, 0, 1, 0, 1, 0},
        new double[] {0, 0.5, 0, 0, 0, 0, 0, 1, 0},
        new double[] {0, 0, 0, 1.5, 0, 1, 0, 0, 0});
  }

  /** Padding and a relation that training had no name for change nothing and break nothing. */
  @ParameterizedTest
  @EnumSource
  void aSentenceGivesTheSameBesideALongerOne(EdgeDirection direction) {
    NetworkParts parts = TinyNetworks.labelled(direction);
    NumericSentence one = TinyNetworks.sentence(parts, "Aarhus is in Denmark");
    NumericSentence other =
        TinyNetworks.sentence(parts, "The city of Aarhus was the city of Alan Bean .");
    try (InferenceNetwork network = LivelyNetwork.of(parts)) {
      Answers alone = Answers.of(network, List.of(one));
      assertThat(alone.subjects()).isPositive();
      assertThat(alone.distance(Answers.of(network, List.of(other, one)).only(1))).isLessThan(1e-5);
    }
  }
}
