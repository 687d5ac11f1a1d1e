package org.relunet.pipeline.job;

import java.nio.file.Path;
import java.time.Duration;
import org.relunet.pipeline.extract.ExtractionCounts;

/**
 * What a run did.
 *
 * @param counts how much
 * @param deadLetters where what failed can be found, if anything did
 * @param duration how long it took
 */
public record ExtractionSummary(ExtractionCounts counts, Path deadLetters, Duration duration) {}
