/**
 * From records to encoded results, without Beam: windows of documents, and the search for the one
 * document that breaks a window.
 */
package org.relunet.pipeline.extract;
