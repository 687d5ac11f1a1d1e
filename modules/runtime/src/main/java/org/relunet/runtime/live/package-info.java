/**
 * Engines whose model is exchanged while they work, for jobs that don't end: the place that named
 * the model is looked at again and again, and a new model takes over between two batches.
 */
package org.relunet.runtime.live;
