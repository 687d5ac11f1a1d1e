/** Dead letters back to the topics that they came from, each once. */
package org.relunet.pipeline.replay;
