/** Whose model it is: the digest of its manifest, and who signed it. */
package org.relunet.model.store.origin;
