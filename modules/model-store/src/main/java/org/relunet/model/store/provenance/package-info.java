/** Where a model comes from: enough to judge it, and to train it again. */
package org.relunet.model.store.provenance;
