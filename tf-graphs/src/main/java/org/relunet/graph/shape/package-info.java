/** Shapes asserted when a graph is built, with errors that name both sides. */
package org.relunet.graph.shape;
