/**
 * The parser plugin {@code malt}: MaltParser's transition-based parser with a liblinear model.
 *
 * <p>Nivre, Hall and Nilsson, "MaltParser: A Data-Driven Parser-Generator for Dependency Parsing",
 * LREC 2006.
 */
package org.relunet.parser.malt;
