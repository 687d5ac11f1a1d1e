/** Extractions to bytes: JSON lines and N-Triples. */
package org.relunet.pipeline.result;
