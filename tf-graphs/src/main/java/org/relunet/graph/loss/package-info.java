/** The two losses that tie the core topology to the golden relational graph (section 3.3). */
package org.relunet.graph.loss;
