/**
 * What can be wrong with a configuration, where, and how it is said: all problems are collected and
 * reported at once.
 */
package org.relunet.config.problem;
