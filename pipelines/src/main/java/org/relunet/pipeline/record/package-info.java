/** Bytes to documents, and what becomes of a record that is no document: a dead letter. */
package org.relunet.pipeline.record;
