/** Losses of tags: yes or no, each with a logit of its own. */
package org.relunet.graph.tagging;
