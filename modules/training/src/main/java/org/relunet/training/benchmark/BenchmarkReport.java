package org.relunet.training.benchmark;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Locale;

/**
 * What a benchmark measured: medians of several rounds, in each of which everything ran once.
 *
 * @param sentences that were read; passages, where the model reads several sentences at once
 * @param paddedShare of all piece positions of the forward pass, in [0, 1)
 * @param ceiling additions and multiplications of large matrix products, a second
 * @param forward the bare encoder, sentences a second
 * @param forwardShareOfCeiling its matrix products without those on padding, as a share of the
 *     ceiling
 * @param network encoder, U-Net and extractor, sentences a second
 * @param extractor the extractor alone, on what encoder and U-Net made before, sentences a second
 * @param extractorShareOfForward the time of the extractor alone, as a share of the bare encoder's:
 *     the median of the rounds' own
 * @param relations R of the model
 * @param triplesPerSentence that the extractor found: one without candidates or subjects has little
 *     to do, so that figures of models that find none, such as untrained ones, say little
 * @param trainingStep whole updates, sentences a second
 * @param trainingStepPaddedShare as of the forward pass
 * @param trainingStepShareOfCeiling as of the forward pass; the backward pass counts double
 * @param tokenize splitting and tagging alone, sentences a second
 * @param parse parsing, cutting into pieces and forming batches alone, sentences a second
 * @param pipeline texts to triples, sentences a second
 * @param pipelineShareOfForward {@code pipeline / forward}, the median of the rounds' own
 * @param oneText milliseconds for one text alone: the median
 * @param oneTextSlowest the 99th percentile of the same
 */
@JsonPropertyOrder(alphabetic = true)
public record BenchmarkReport(
    int sentences,
    double paddedShare,
    double ceiling,
    double forward,
    double forwardShareOfCeiling,
    double network,
    double extractor,
    double extractorShareOfForward,
    int relations,
    double triplesPerSentence,
    double trainingStep,
    double trainingStepPaddedShare,
    double trainingStepShareOfCeiling,
    double tokenize,
    double parse,
    double pipeline,
    double pipelineShareOfForward,
    double oneText,
    double oneTextSlowest) {

  /** For people. */
  public List<String> lines() {
    return List.of(
        line("matrix products, the ceiling", "%8.1f billion operations/s", ceiling / 1e9),
        line(
            "forward pass: the encoder",
            "%8.1f sentences/s   %5.1f %% of the ceiling, %.1f %% of it padded",
            forward,
            100 * forwardShareOfCeiling,
            100 * paddedShare),
        line("encoder, U-Net and extractor", "%8.1f sentences/s", network),
        line(
            "the extractor alone",
            "%8.1f sentences/s   %5.1f %% of the forward pass's time; relations: %d, triples found: %.2f a sentence",
            extractor,
            100 * extractorShareOfForward,
            relations,
            triplesPerSentence),
        line(
            "training step",
            "%8.1f sentences/s   %5.1f %% of the ceiling, %.1f %% of it padded",
            trainingStep,
            100 * trainingStepShareOfCeiling,
            100 * trainingStepPaddedShare),
        line("tokenise and tag", "%8.1f sentences/s", tokenize),
        line("parse and cut into pieces", "%8.1f sentences/s", parse),
        line(
            "pipeline: texts to triples",
            "%8.1f sentences/s   %5.1f %% of the forward pass",
            pipeline,
            100 * pipelineShareOfForward),
        line("one text alone", "%8.1f ms at the median, %.1f ms at p99", oneText, oneTextSlowest));
  }

  private static String line(String what, String format, Object... values) {
    return "%-32s".formatted(what) + String.format(Locale.ROOT, format, values);
  }
}
