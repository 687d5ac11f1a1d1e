/** How fast this machine runs the network, against how fast it multiplies matrices. */
package org.relunet.training.benchmark;
