/** Engines that many use and the last one closes. */
package org.relunet.runtime.lease;
