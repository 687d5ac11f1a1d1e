/** Counting right, wrong and missed triples. */
package org.relunet.evaluation.score;
