/**
 * Text and where things stand in it: documents, sentences, tokens, spans.
 *
 * <p>Character offsets inside the program are UTF-16 code units of the original document, so that
 * {@code text.substring(start, end)} is the thing named. Files and topics hold Unicode code points;
 * {@link org.relunet.api.text.CodePointOffsets} converts at that border and nowhere else.
 */
package org.relunet.api.text;
