/**
 * What the parts of a network share: the context they are built in, and the two interfaces through
 * which encoders and extractors are exchanged.
 *
 * <p>A part says what it needs fed, what it builds and what it gives. Letters used throughout: B
 * batch, N words (padded), L pieces (padded), d width, R relations, C nodes of a pooled level, K
 * subjects of a batch, M entities of a sentence (padded).
 */
package org.relunet.graph.part;
