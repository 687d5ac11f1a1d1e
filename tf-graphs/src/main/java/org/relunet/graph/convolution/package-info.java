/** Graph convolutions over batches of weighted, symmetric graphs. */
package org.relunet.graph.convolution;
