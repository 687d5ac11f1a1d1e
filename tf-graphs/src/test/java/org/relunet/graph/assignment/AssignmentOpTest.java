package org.relunet.graph.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.relunet.graph.parameter.Initializer;
import org.relunet.graph.parameter.ParameterKind;
import org.relunet.graph.testing.GradientCheck;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

class AssignmentOpTest {
  private static final int COLUMNS = 8;

  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final Operand<TFloat32> cost =
      tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1, COLUMNS)));
  private final Operand<TInt32> rows =
      tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(-1)));
  private final Operand<TInt32> assignment = AssignmentOp.build(tf, cost, rows);
  private final Session session = new Session(graph);

  @AfterEach
  void close() {
    session.close();
    graph.close();
  }

  /** A batch of problems. */
  private record Problems(int paddedRows, float[] costs, int[] rows) {
    static Problems random(int batch, int paddedRows, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      float[] costs = new float[batch * paddedRows * COLUMNS];
      for (int i = 0; i < costs.length; i++) {
        costs[i] = (float) random.nextGaussian();
      }
      return new Problems(paddedRows, costs, random.ints(batch, 0, paddedRows + 1).toArray());
    }

    int[] expected() {
      int[] expected = new int[rows.length * paddedRows];
      Arrays.fill(expected, -1);
      for (int sentence = 0; sentence < rows.length; sentence++) {
        int from = sentence * paddedRows * COLUMNS;
        float[] real = Arrays.copyOfRange(costs, from, from + rows[sentence] * COLUMNS);
        int[] columns = HungarianAlgorithm.assign(real, rows[sentence], COLUMNS);
        System.arraycopy(columns, 0, expected, sentence * paddedRows, columns.length);
      }
      return expected;
    }
  }

  private int[] run(Problems problems) {
    Shape shape = Shape.of(problems.rows().length, problems.paddedRows(), COLUMNS);
    try (TFloat32 costs = TFloat32.tensorOf(shape, DataBuffers.of(problems.costs()));
        TInt32 counts = TInt32.vectorOf(problems.rows());
        Result result =
            session.runner().feed(cost, costs).feed(rows, counts).fetch(assignment).run()) {
      TInt32 values = (TInt32) result.get(0);
      assertThat(values.shape()).isEqualTo(Shape.of(problems.rows().length, problems.paddedRows()));
      int[] read = new int[(int) values.size()];
      values.asRawTensor().data().asInts().read(read);
      return read;
    }
  }

  @Test
  void assignsAsTheAlgorithmDoesLeavingPaddedAndSurplusRowsUnmatched() {
    for (int paddedRows = 1; paddedRows <= 12; paddedRows++) {
      Problems problems = Problems.random(20, paddedRows, paddedRows);
      assertThat(run(problems)).isEqualTo(problems.expected());
    }
  }

  @Test
  void knowsItsShapeWhenBuilt() {
    assertThat(assignment.shape().asArray()).containsExactly(-1, -1);
    Operand<TFloat32> known =
        tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(4, 5, COLUMNS)));
    assertThat(AssignmentOp.build(tf, known, rows).shape()).isEqualTo(Shape.of(4, 5));
  }

  @Test
  void refusesACostOfAnotherRankWhenBuilt() {
    assertThatThrownBy(
            () -> AssignmentOp.build(tf, tf.constant(new float[][] {{1}}), tf.constant(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("assignment cost: expected rank 3");
  }

  @Test
  void takesAnEmptyBatch() {
    assertThat(run(new Problems(5, new float[0], new int[0]))).isEmpty();
  }

  @Test
  void takesSentencesWithoutRows() {
    assertThat(run(new Problems(0, new float[0], new int[3]))).isEmpty();
  }

  @Test
  void readsNoCostOfPaddedRows() {
    Problems problems = Problems.random(1, 2, 1);
    Arrays.fill(problems.costs(), COLUMNS, 2 * COLUMNS, Float.NaN);
    assertThat(run(new Problems(2, problems.costs(), new int[] {1}))[1]).isEqualTo(-1);
  }

  @Test
  void failsTheRunNamingTheCostThatIsNotANumber() {
    Problems problems = Problems.random(3, 4, 1);
    problems.costs()[(2 * 4 + 1) * COLUMNS + 5] = Float.NaN;
    assertThatThrownBy(() -> run(new Problems(4, problems.costs(), new int[] {4, 4, 4})))
        .isInstanceOf(TFInvalidArgumentException.class)
        .hasMessageContaining("assignment: sentence 2: cost of row 1, column 5 is NaN");
    Problems good = Problems.random(3, 4, 2);
    assertThat(run(good)).isEqualTo(good.expected());
  }

  @Test
  void failsTheRunWhereTheNumberOfRowsDoesNotFit() {
    assertThatThrownBy(() -> run(new Problems(1, new float[COLUMNS], new int[] {2})))
        .isInstanceOf(TFInvalidArgumentException.class)
        .hasMessageContaining("assignment: sentence 0 has 2 rows, but cost holds 0 to 1");
    assertThatThrownBy(
            () -> {
              try (TFloat32 costs =
                      TFloat32.tensorOf(
                          Shape.of(1, 1, COLUMNS), DataBuffers.of(new float[COLUMNS]));
                  TInt32 counts = TInt32.vectorOf(1, 1)) {
                session.runner().feed(cost, costs).feed(rows, counts).fetch(assignment).run();
              }
            })
        .isInstanceOf(TFInvalidArgumentException.class)
        .hasMessageContaining("cost is of 1 sentences, but rows of 2");
  }

  @Test
  void runsConcurrently() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> tasks = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        long seed = thread;
        tasks.add(
            threads.submit(
                () -> {
                  for (int time = 0; time < 200; time++) {
                    Problems problems = Problems.random(8, 9, 1000 * seed + time);
                    assertThat(run(problems)).isEqualTo(problems.expected());
                    if (time % 50 == 0) {
                      System.gc(); // would take a callback that nothing refers to
                    }
                  }
                }));
      }
      for (Future<?> task : tasks) {
        task.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void letsGradientsPassThroughTheChosenCostsButNotThroughTheChoice() {
    GradientCheck.of(
            (context, inputs) -> {
              Ops ops = context.tf();
              Operand<TFloat32> weight =
                  context.parameter(
                      "weight", Shape.of(COLUMNS), ParameterKind.HEAD, Initializer.constant(1));
              Operand<TFloat32> costs = ops.math.mul(inputs.get("x"), weight);
              Operand<TInt32> chosen = AssignmentOp.build(context, costs, inputs.integers("rows"));
              Operand<TFloat32> permutation =
                  ops.oneHot(chosen, ops.constant(COLUMNS), ops.constant(1f), ops.constant(0f));
              return ops.sum(ops.math.mul(costs, permutation), ops.constant(2));
            })
        .input("x", Shape.of(2, 3, COLUMNS))
        .constant("rows", Shape.of(2), 3, 2)
        .check();
  }

  @Test
  void hasNoGradientItself() {
    Operand<TFloat32> asFloat = tf.dtypes.cast(assignment, TFloat32.class);
    Operand<TFloat32> loss =
        tf.math.add(
            tf.sum(asFloat, tf.constant(new int[] {0, 1})),
            tf.sum(cost, tf.constant(new int[] {0, 1, 2})));
    var gradient =
        graph.addGradients(loss.asOutput(), new org.tensorflow.Output<?>[] {cost.asOutput()})[0];
    try (TFloat32 costs =
            TFloat32.tensorOf(Shape.of(1, 1, COLUMNS), DataBuffers.of(new float[COLUMNS]));
        TInt32 counts = TInt32.vectorOf(1);
        Result result =
            session.runner().feed(cost, costs).feed(rows, counts).fetch(gradient).run()) {
      assertThat(((TFloat32) result.get(0)).getFloat(0, 0, 3)).isEqualTo(1f, within(0f));
    }
  }

  /** As where the plugin's classes are loaded anew by each job, but TensorFlow's once. */
  @Test
  void isRegisteredOnceEvenWhereItsClassesAreLoadedTwice() throws Exception {
    URL classes = AssignmentOp.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader second =
        new URLClassLoader(new URL[] {classes}, AssignmentOp.class.getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
              Class<?> loaded = findLoadedClass(name);
              if (loaded != null) {
                return loaded;
              }
              boolean own = name.startsWith(AssignmentOp.class.getPackageName() + ".");
              return own ? findClass(name) : super.loadClass(name, resolve);
            }
          }
        }) {
      Class<?> again = second.loadClass(AssignmentOp.class.getName());
      assertThat(again).isNotSameAs(AssignmentOp.class);
      again.getMethod("register").invoke(null);
    }
    Problems problems = Problems.random(3, 4, 2);
    assertThat(run(problems)).isEqualTo(problems.expected());
  }

  @Test
  void canBeImportedWhereItIsRegistered() throws Exception {
    AssignmentOp.register();
    GraphDef definition = graph.toGraphDef();
    try (Graph imported = new Graph()) {
      imported.importGraphDef(definition);
      assertThat(imported.operation(assignment.op().name()).type()).isEqualTo(AssignmentOp.NAME);
    }
  }
}
