package org.relunet.pipeline.embedded;

import java.time.Instant;

/**
 * A failure of a job.
 *
 * @param at when
 * @param cause what happened, in a line
 */
public record JobFailure(Instant at, String cause) {}
