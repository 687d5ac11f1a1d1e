/** Annotated texts made into others. */
package org.relunet.corpus.conversion;
