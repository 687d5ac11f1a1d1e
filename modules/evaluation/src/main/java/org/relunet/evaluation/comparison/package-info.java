/** What one score hides: triples that were learned against new ones, and chance. */
package org.relunet.evaluation.comparison;
