package org.relunet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.encoder.transformer.FineTuning;
import org.relunet.graph.optimizer.AdamWSettings;
import org.relunet.graph.part.Feeds;
import org.relunet.graph.tagging.SoftTagLoss;

final class TeacherNetworkTest {
  @TempDir Path directory;

  private static List<TeacherNetwork.Question> questions(
      NetworkParts parts, List<LabelledSentence> examples) {
    return examples.stream()
        .map(
            example ->
                new TeacherNetwork.Question(
                    example.index(),
                    example.sentence(),
                    parts.extractor().taughtSpans(example.labels())))
        .toList();
  }

  @Test
  void answersAreTheSameWhoeverElseIsAskedAndAreKeptInHalfPrecision() {
    NetworkParts parts = TinyNetworks.parts();
    List<LabelledSentence> examples = TinyNetworks.examples(parts);
    List<Integer> progress = new ArrayList<>();
    try (TeacherNetwork teacher = new TeacherNetwork(LivelyNetwork.of(parts), 1)) {
      List<TeacherNetwork.Question> questions = questions(parts, examples);
      try (SoftLabels together = teacher.answer(questions, directory, progress::add);
          SoftLabels alone = teacher.answer(questions.subList(1, 2), directory, done -> {})) {
        assertThat(progress).containsExactly(3);
        List<float[]> labels = together.of(new int[] {2, 1, 0});
        // two relations; sentences of 4, 11 and 4 words with 1, 2 and no subject
        assertThat(labels.get(2)).hasSize(4 * (2 + 4));
        assertThat(labels.get(1)).hasSize(11 * (2 + 2 * 4));
        assertThat(labels.get(0)).hasSize(4 * 2);
        for (float[] sentence : labels) {
          for (float probability : sentence) {
            assertThat(probability).isBetween(0f, 1f);
          }
        }
        float[] own = alone.of(new int[] {1}).get(0);
        for (int i = 0; i < own.length; i++) {
          // half precision has 11 bits
          assertThat(own[i]).isCloseTo(labels.get(1)[i], within(1f / 1024));
        }
        assertThat(alone.of(new int[] {0}).get(0)).isEmpty();
      }
    }
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aPupilWithAnotherNetworkLearnsWhatItsTeacherThinks() {
    NetworkParts parts = TinyNetworks.parts();
    NetworkParts casrel = TinyNetworks.parts(FineTuning.FULL, false);
    List<LabelledSentence> examples = TinyNetworks.examples(casrel);
    SoftTagLoss soft = new SoftTagLoss(1, 2);
    try (TeacherNetwork teacher = new TeacherNetwork(LivelyNetwork.of(parts), soft.temperature());
        SoftLabels labels = teacher.answer(questions(casrel, examples), directory, done -> {});
        TrainingNetwork pupil =
            new TrainingNetwork(
                casrel, TinyNetworks.LOSSES, soft, new AdamWSettings(0, 1), TinyNetworks.THREADS);
        Feeds feeds = prepared(pupil, examples, labels)) {
      pupil.initialize(3);
      TrainingStep first = pupil.step(feeds, 0.01, 0.01, 1);
      for (int step = 2; step < 60; step++) {
        pupil.step(feeds, 0.01, 0.01, step);
      }
      TrainingStep last = pupil.step(feeds, 0.01, 0.01, 60);

      assertThat(first.loss())
          .isCloseTo(first.extractionLoss() + first.distillationLoss(), within(1e-3));
      assertThat(last.distillationLoss()).isPositive().isLessThan(first.distillationLoss() / 2);
    }
  }

  private static Feeds prepared(
      TrainingNetwork pupil, List<LabelledSentence> examples, SoftLabels labels) {
    return pupil.prepare(examples, Optional.empty(), Optional.of(labels));
  }

  @Test
  void severalTeachersSayTheMeanOfThoseThatReadTheSentence() {
    NetworkParts parts = TinyNetworks.parts();
    NetworkParts casrel = TinyNetworks.parts(FineTuning.FULL, false);
    List<TeacherNetwork.Question> questions = questions(parts, TinyNetworks.examples(parts));
    try (TeacherNetwork first = new TeacherNetwork(LivelyNetwork.of(parts), 1);
        TeacherNetwork second = new TeacherNetwork(LivelyNetwork.of(casrel), 1);
        SoftLabels ofFirst = first.answer(questions.subList(0, 2), directory, done -> {});
        SoftLabels ofSecond = second.answer(questions.subList(1, 3), directory, done -> {});
        SoftLabels together = SoftLabels.together(List.of(ofFirst, ofSecond))) {
      int[] all = {0, 1, 2, 3};
      List<float[]> mean = together.of(all);
      List<float[]> one = ofFirst.of(all);
      List<float[]> other = ofSecond.of(all);

      assertThat(mean.get(0)).isEqualTo(one.get(0));
      assertThat(mean.get(2)).isEqualTo(other.get(2));
      assertThat(mean.get(3)).isEmpty();
      assertThat(mean.get(1)).hasSameSizeAs(one.get(1));
      assertThat(one.get(1)).isNotEqualTo(other.get(1));
      for (int i = 0; i < mean.get(1).length; i++) {
        assertThat(mean.get(1)[i]).isCloseTo((one.get(1)[i] + other.get(1)[i]) / 2, within(1e-6f));
      }
    }
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aPupilNeedsItsSoftLabels() {
    NetworkParts parts = TinyNetworks.parts(FineTuning.FULL, false);
    try (TrainingNetwork pupil =
        new TrainingNetwork(
            parts,
            TinyNetworks.LOSSES,
            new SoftTagLoss(1, 1),
            new AdamWSettings(0, 1),
            TinyNetworks.THREADS)) {
      assertThatThrownBy(() -> pupil.prepare(TinyNetworks.examples(parts), Optional.empty()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("no soft labels");
    }
  }
}
