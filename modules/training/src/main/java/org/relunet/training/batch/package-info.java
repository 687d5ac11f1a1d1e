/** Which sentences stand together in a batch. */
package org.relunet.training.batch;
