/** What is extracted: relations, triples over words, triples over a document's characters. */
package org.relunet.api.triple;
