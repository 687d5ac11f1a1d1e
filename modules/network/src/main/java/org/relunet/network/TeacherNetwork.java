package org.relunet.network;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.relunet.api.text.TokenSpan;
import org.relunet.graph.part.ExtractorPart;
import org.relunet.graph.part.Feeds;

/** A trained network that tells what it thinks of the labels that another one learns. */
public final class TeacherNetwork implements AutoCloseable {
  private final InferenceNetwork network;
  private final ExtractorPart.Teaching teaching;

  /**
   * A sentence, and what is asked of it.
   *
   * @param index of the sentence in the data set
   * @param sentence as the teacher reads it
   * @param spans that are asked about, the pupil's {@link ExtractorPart#taughtSpans}
   */
  public record Question(int index, NumericSentence sentence, List<TokenSpan> spans) {
    public Question {
      spans = List.copyOf(spans);
    }
  }

  /**
   * @param network that teaches, with its values; closed with this
   * @param temperature by which its logits are divided
   * @throws IllegalArgumentException if its extractor can't teach
   */
  public TeacherNetwork(InferenceNetwork network, double temperature) {
    this.network = network;
    teaching =
        network
            .buildTeaching(temperature)
            .orElseThrow(
                () -> new IllegalArgumentException("its extractor can't teach another one"));
  }

  /**
   * Asks all questions.
   *
   * @param directory where the answers are kept
   * @param progress told the number of questions done
   */
  public SoftLabels answer(List<Question> questions, Path directory, IntConsumer progress) {
    SoftLabels labels = new SoftLabels(directory);
    try {
      int done = 0;
      for (int[] batch : LengthOrder.batches(questions.stream().map(Question::sentence).toList())) {
        answer(Arrays.stream(batch).mapToObj(questions::get).toList(), labels);
        done += batch.length;
        progress.accept(done);
      }
      return labels;
    } catch (RuntimeException e) {
      labels.close();
      throw e;
    }
  }

  private void answer(List<Question> batch, SoftLabels labels) {
    List<NumericSentence> sentences = batch.stream().map(Question::sentence).toList();
    List<List<TokenSpan>> spans = batch.stream().map(Question::spans).toList();
    List<Integer> words = sentences.stream().map(NumericSentence::words).toList();
    try (Feeds feeds = network.inference().feeds(sentences)) {
      teaching.feed(spans, feeds);
      List<float[]> answers =
          InferenceGraph.fetch(
              network.session(),
              feeds,
              teaching.outputs(),
              values -> teaching.read(values, spans, words));
      for (int b = 0; b < batch.size(); b++) {
        labels.keep(batch.get(b).index(), answers.get(b));
      }
    }
  }

  @Override
  public void close() {
    network.close();
  }
}
