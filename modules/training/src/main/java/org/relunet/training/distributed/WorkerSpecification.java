package org.relunet.training.distributed;

import java.io.Serializable;

/**
 * Names a worker, so that any process that sees the directory can be it.
 *
 * @param directory absolute path, see {@link RoundDirectory}
 * @param worker from 0
 */
public record WorkerSpecification(String directory, int worker) implements Serializable {}
