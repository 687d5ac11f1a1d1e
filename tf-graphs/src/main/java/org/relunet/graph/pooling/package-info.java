/** Contracting a graph to supernodes and expanding it again (equations 1 to 4 and 6). */
package org.relunet.graph.pooling;
