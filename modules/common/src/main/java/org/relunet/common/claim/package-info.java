/**
 * What one of several processes has taken in hand, and what a process that died has left behind.
 */
package org.relunet.common.claim;
