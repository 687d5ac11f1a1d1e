/**
 * Texts in markup: what a reader sees of an HTML page or a Markdown file, and where each of its
 * characters stands in the original.
 */
package org.relunet.pipeline.markup;
