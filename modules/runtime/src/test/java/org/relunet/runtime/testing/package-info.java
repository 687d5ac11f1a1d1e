/** A model that is trained in seconds, for tests. */
package org.relunet.runtime.testing;
