package org.relunet.extractor.casrel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relunet.graph.testing.Closeness.assertClose;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relunet.extractor.casrel.CasRelSettings.ObjectHead;
import org.relunet.extractor.casrel.CasRelSettings.SpanPairing;
import org.relunet.extractor.casrel.CasRelSettings.WrongSubjects;
import org.relunet.graph.testing.GradientCheck;
import org.relunet.graph.testing.GraphRun;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

class TaggersTest {
  private static final float[][][] WORDS = {{{1, 2}, {3, 4}, {5, 6}}, {{-1, 0}, {0, -1}, {2, 2}}};

  @Test
  void subjectTagsAreLinearInTheWord() {
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> logits = SubjectTagger.logits(run.context(), run.nodes(WORDS));
      run.set("subject.tags.kernel", 1, 0, 0, 1).set("subject.tags.bias", 0.5f, -1);
      assertClose(run.values(logits), 1.5, 1, 3.5, 3, 5.5, 5, -0.5, -1, 0.5, -2, 2.5, 1);
    }
  }

  @Test
  void aSubjectIsTheAverageOfItsFirstAndLastWord() {
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> vectors =
          SubjectTagger.vectors(
              run.context(),
              run.nodes(WORDS),
              run.integers(0, 1, 0),
              run.integers(0, 1, 1),
              run.integers(2, 1, 2));
      assertClose(run.values(vectors), 3, 4, 0, -1, 4, 5);
    }
  }

  /** Two relations, three words, and a subject of each sentence. */
  private static Operand<TFloat32> objects(GraphRun run, ObjectHead head, int hidden) {
    return new ObjectTagger(
            new CasRelSettings(0.5, 0, 0, head, hidden, 0, WrongSubjects.NONE, SpanPairing.NEAREST),
            2)
        .logits(
            run.context(),
            run.nodes(WORDS),
            run.integers(1, 0),
            run.input(Shape.of(-1, 2), StdArrays.ndCopyOf(new float[][] {{10, 20}, {30, 40}})));
  }

  @Test
  void linearObjectTagsAreLinearInWordPlusSubjectWithOneBias() {
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> logits = objects(run, ObjectHead.LINEAR, 1);
      run.set("object.tags.kernel", 1, 0, 1, 2, 0, 1, 1, 0);
      run.set("object.tags.bias", 0, 0, 100, 0);
      assertClose(
          run.values(logits),
          // sentence 1 + (10, 20): (9, 20), (10, 19), (12, 22)
          9,
          20,
          129,
          18,
          10,
          19,
          129,
          20,
          12,
          22,
          134,
          24,
          // sentence 0 + (30, 40): (31, 42), (33, 44), (35, 46)
          31,
          42,
          173,
          62,
          33,
          44,
          177,
          66,
          35,
          46,
          181,
          70);
    }
  }

  @Test
  void hiddenObjectTagsGoThroughAHiddenLayerOverWordAndSubject() {
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> logits = objects(run, ObjectHead.HIDDEN, 1);
      run.set("object.hidden_word.kernel", 1, 1).set("object.hidden_word.bias", -40);
      run.set("object.hidden_subject.kernel", 0.5f, 1).set("object.hidden_subject.bias", 14);
      run.set("object.tags.kernel", 1, 2, 3, 4).set("object.tags.bias", 0, 0, 0, -1);
      // of sentence 1: 25 + 14 - 40 + (-1, -1, 4); of sentence 0: 55 + 14 - 40 + (3, 7, 11)
      assertClose(
          run.values(logits),
          0,
          0,
          0,
          -1,
          0,
          0,
          0,
          -1,
          3,
          6,
          9,
          11,
          32,
          64,
          96,
          127,
          36,
          72,
          108,
          143,
          40,
          80,
          120,
          159);
    }
  }

  @Test
  void linearObjectTagsCannotTellTheDirectionOfARelationBetweenSingleWords() {
    float[] tags = directions(ObjectHead.LINEAR);
    assertThat(tags[0]).isEqualTo(tags[1]);
  }

  @Test
  void hiddenObjectTagsTellTheDirectionOfARelation() {
    float[] tags = directions(ObjectHead.HIDDEN);
    assertThat(tags[0]).isNotCloseTo(tags[1], Offset.offset(1e-3f));
  }

  /** The start tag of word 1 for subject word 0, and that of word 0 for subject word 1. */
  private static float[] directions(ObjectHead head) {
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> words = run.nodes(WORDS);
      Operand<TInt32> sentences = run.integers(0, 0);
      Operand<TInt32> positions = run.integers(0, 1);
      float[][][] logits =
          run.cube(
              new ObjectTagger(
                      new CasRelSettings(
                          0.5, 0, 0, head, 4, 0, WrongSubjects.NONE, SpanPairing.NEAREST),
                      1)
                  .logits(
                      run.context(),
                      words,
                      sentences,
                      SubjectTagger.vectors(
                          run.context(), words, sentences, positions, positions)));
      return new float[] {logits[0][1][0], logits[1][0][0]};
    }
  }

  @ParameterizedTest
  @EnumSource
  void objectTagsHaveRightGradients(ObjectHead head) {
    GradientCheck.of(
            (context, inputs) ->
                new ObjectTagger(
                        new CasRelSettings(
                            0.5, 0, 0, head, 4, 0, WrongSubjects.NONE, SpanPairing.NEAREST),
                        2)
                    .logits(
                        context,
                        inputs.get("words"),
                        inputs.integers("sentences"),
                        SubjectTagger.vectors(
                            context,
                            inputs.get("words"),
                            inputs.integers("sentences"),
                            inputs.integers("first"),
                            inputs.integers("last"))))
        .input("words", Shape.of(2, 3, 2))
        .constant("sentences", Shape.of(3), 1, 0, 1)
        .constant("first", Shape.of(3), 0, 1, 2)
        .constant("last", Shape.of(3), 1, 1, 2)
        .check();
  }
}
