/** Sentences of any length to batches the network can read, and its answers back to documents. */
package org.relunet.runtime.extraction;
