package org.relunet.graph.part;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.relunet.api.plugin.Extractor;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.api.triple.WordTriple;
import org.relunet.graph.tagging.TagLoss;
import org.tensorflow.Operand;
import org.tensorflow.Tensor;
import org.tensorflow.types.TFloat32;

/** An extractor as a part of the network: word vectors to triples. */
public interface ExtractorPart extends Extractor {
  /**
   * Adds the operations that training needs.
   *
   * @param words H, [B, N, d]
   * @param wordMask [B, N] 1 for a word, 0 for padding
   * @param tagLoss the loss of a tag, where the extractor tags
   */
  Training buildTraining(
      GraphContext context, Operand<TFloat32> words, Operand<TFloat32> wordMask, TagLoss tagLoss);

  /** Adds the operations that finding triples needs; arguments as in {@link #buildTraining}. */
  Inference buildInference(
      GraphContext context, Operand<TFloat32> words, Operand<TFloat32> wordMask);

  /**
   * Adds the operations that find triples under several settings in one run, for those settings
   * that decide what is found and change nothing of the network, such as thresholds; arguments as
   * in {@link #buildTraining}. Empty where the extractor has none.
   */
  default Optional<Trials> buildTrials(
      GraphContext context, Operand<TFloat32> words, Operand<TFloat32> wordMask) {
    return Optional.empty();
  }

  /** The part of a training graph. */
  interface Training {
    /** Scalar: mean over the batch's sentences. */
    Operand<TFloat32> loss();

    /**
     * Feeds the labels.
     *
     * @param gold the triples of each sentence
     * @param paddedWords N
     */
    void feedLabels(List<List<WordTriple>> gold, int paddedWords, Feeds feeds);
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
}
