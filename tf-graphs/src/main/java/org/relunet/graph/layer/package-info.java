/** Layers that know nothing of graphs or text. */
package org.relunet.graph.layer;
