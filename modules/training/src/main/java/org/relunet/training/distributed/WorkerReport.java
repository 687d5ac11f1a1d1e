package org.relunet.training.distributed;

/**
 * What a worker did in a round; its change of the weights stands beside it.
 *
 * @param sentences that it learned from
 * @param loss mean over its steps
 * @param readSeconds to read the round's weights and give them to the network
 * @param stepSeconds for the steps
 * @param writeSeconds to take the change from the network and write it
 * @param stateSeconds to keep its optimizer's state
 */
record WorkerReport(
    long sentences,
    double loss,
    double readSeconds,
    double stepSeconds,
    double writeSeconds,
    double stateSeconds) {}
