/**
 * Rounds of several workers: each takes steps of its own from the round's weights on its share of
 * the texts, and their mean change moves the weights. Driver and workers speak through files of one
 * directory; where the workers run is left to a {@link
 * org.relunet.training.distributed.WorkerLauncher}.
 */
package org.relunet.training.distributed;
