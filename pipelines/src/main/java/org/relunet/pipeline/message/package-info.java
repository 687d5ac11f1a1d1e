/**
 * Messages of a topic to documents, and what is made of a document to messages: triples, or a dead
 * letter. Knows bytes and headers, but no client of a broker.
 */
package org.relunet.pipeline.message;
