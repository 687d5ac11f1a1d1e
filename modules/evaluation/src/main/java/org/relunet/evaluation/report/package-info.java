/** Scores for people (a table) and for programs (JSON). */
package org.relunet.evaluation.report;
