package org.relunet.runtime.live;

import java.time.Instant;
import java.util.Optional;

/**
 * Facts of a live engine at a moment.
 *
 * @param modelVersion version of the model that new batches get
 * @param modelDirectory path of its package; empty: the default model
 * @param loadedAt when new batches began to get it
 * @param swaps models that have taken the place of another
 * @param refusals models that could not be loaded or failed on the first texts; the same one counts
 *     again if it was tried again because its files or the place that names it had changed
 * @param problem why the engine does not have the model that the location names now, in words for a
 *     person; empty where it has
 */
public record LiveStatus(
    String modelVersion,
    String modelDirectory,
    Instant loadedAt,
    long swaps,
    long refusals,
    Optional<String> problem) {}
