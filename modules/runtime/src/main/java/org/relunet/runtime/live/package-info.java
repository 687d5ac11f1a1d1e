/**
 * What a process has once and shares: engines, and engines that follow their model's location while
 * they work.
 */
package org.relunet.runtime.live;
