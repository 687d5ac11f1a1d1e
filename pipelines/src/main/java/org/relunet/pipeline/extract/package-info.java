/**
 * From records to encoded results, without Beam: windows of documents, batches by length, and the
 * search for the one document that breaks a batch.
 */
package org.relunet.pipeline.extract;
