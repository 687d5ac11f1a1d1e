package org.relunet.graph.part;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.relunet.api.plugin.Extractor;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.api.triple.SentenceLabels;
import org.relunet.graph.tagging.SoftTagLoss;
import org.relunet.graph.tagging.TagLoss;
import org.tensorflow.Operand;
import org.tensorflow.Tensor;
import org.tensorflow.types.TFloat32;

/** An extractor as a part of the network: word vectors to triples. */
public interface ExtractorPart extends Extractor {
  /**
   * Adds the operations that training needs.
   *
   * @param input what the network gives
   * @param tagLoss the loss of a tag, where the extractor tags
   * @param softTagLoss that of a tag whose probability a teacher tells; where it is {@linkplain
   *     SoftTagLoss#present present}, so is {@link Training#softLoss()}, if the extractor can learn
   *     from another at all
   */
  Training buildTraining(
      GraphContext context, ExtractorInput input, TagLoss tagLoss, SoftTagLoss softTagLoss);

  /** Adds the operations that finding triples needs; arguments as in {@link #buildTraining}. */
  Inference buildInference(GraphContext context, ExtractorInput input);

  /**
   * Adds the operations that find triples under several settings in one run, for those settings
   * that decide what is found and change nothing of the network, such as thresholds; arguments as
   * in {@link #buildTraining}. Empty where the extractor has none.
   */
  default Optional<Trials> buildTrials(GraphContext context, ExtractorInput input) {
    return Optional.empty();
  }

  /**
   * The spans of a sentence that a teacher is asked about, in the order in which soft labels have
   * them.
   */
  default List<TokenSpan> taughtSpans(SentenceLabels labels) {
    return List.of();
  }

  /**
   * Adds the operations with which a trained extractor tells others of its kind how probable it
   * thinks their labels: its soft labels, for distillation. Empty where it can't teach.
   *
   * @param input what the network gives
   * @param temperature by which logits are divided
   */
  default Optional<Teaching> buildTeaching(
      GraphContext context, ExtractorInput input, double temperature) {
    return Optional.empty();
  }

  /**
   * What is to be told of a data set before it is learned or scored: what the extractor's settings
   * leave out of it.
   *
   * @param labels of all its sentences
   */
  default List<String> remarks(List<SentenceLabels> labels) {
    return List.of();
  }

  /** The part of a training graph. */
  interface Training {
    /** Scalar: mean over the batch's sentences. */
    Operand<TFloat32> loss();

    /** Scalar, to be added to the loss: that of soft labels. Empty where nobody teaches. */
    default Optional<Operand<TFloat32>> softLoss() {
      return Optional.empty();
    }

    /**
     * Feeds the labels.
     *
     * @param labels of each sentence; what they leave open adds no loss
     * @param paddedWords N
     */
    void feedLabels(List<SentenceLabels> labels, int paddedWords, Feeds feeds);

    /**
     * Feeds soft labels, beside {@link #feedLabels}, where there is a {@link #softLoss()}.
     *
     * @param labels of each sentence
     * @param softLabels of each sentence, as {@link Teaching#read} gives them; an empty array for a
     *     sentence that the teacher could not read, which then has no soft loss
     * @param paddedWords N
     * @throws IllegalArgumentException if a sentence has soft labels of another size
     */
    default void feedSoftLabels(
        List<SentenceLabels> labels, List<float[]> softLabels, int paddedWords, Feeds feeds) {
      throw new UnsupportedOperationException("this extractor learns from no other");
    }
  }

  /** The part of an inference graph. */
  interface Inference {
    /** What to fetch, by the name it has in an exported model's signature. */
    Map<String, Operand<?>> outputs();

    /**
     * What each of {@link #outputs()} holds and how triples are read from them, in a sentence or a
     * few, for readers of an exported model who do not have this plugin; by name, in their order.
     */
    Map<String, String> meanings();

    /**
     * Reads triples from fetched outputs.
     *
     * @param values a tensor for each name of {@link #outputs()}; not closed here
     * @param sentences B
     * @return for every sentence its triples, without duplicates, in the order of their subjects
     */
    List<List<ScoredTriple>> decode(Map<String, Tensor> values, int sentences);
  }

  /** The part of an inference graph that shows what other settings would find. */
  interface Trials {
    /**
     * The settings of each trial, values by the plugin's keys. The first is empty, the settings as
     * they are; the others come in the order in which they are preferred where they are as good.
     */
    List<SortedMap<String, String>> settings();

    /** What to fetch, by name. */
    Map<String, Operand<?>> outputs();

    /**
     * Reads fetched outputs.
     *
     * @param values a tensor for each name of {@link #outputs()}; not closed here
     * @param sentences B
     * @return a reading of each sentence, independent of the tensors
     */
    List<Reading> read(Map<String, Tensor> values, int sentences);

    /** What the trials find in a sentence. */
    interface Reading {
      /**
       * The triples of a trial, as {@link Inference#decode} would give them under its settings.
       *
       * @param trial index in {@link Trials#settings()}
       */
      List<ScoredTriple> triples(int trial);
    }
  }

  /** The part of an inference graph that tells what the extractor thinks of others' labels. */
  interface Teaching {
    /** What to fetch, by name. */
    Map<String, Operand<?>> outputs();

    /**
     * Feeds what is asked.
     *
     * @param spans of each sentence, the pupil's {@link ExtractorPart#taughtSpans}
     */
    void feed(List<List<TokenSpan>> spans, Feeds feeds);

    /**
     * Reads fetched outputs.
     *
     * @param values a tensor for each name of {@link #outputs()}; not closed here
     * @param spans as fed
     * @param words N of each sentence, without padding
     * @return soft labels of each sentence: probabilities in the plugin's own order
     */
    List<float[]> read(
        Map<String, Tensor> values, List<List<TokenSpan>> spans, List<Integer> words);
  }
}
