/**
 * Dependency trees read from CoNLL-U files, and the parser plugin that looks trees up in them.
 *
 * <p>The format: <a href="https://universaldependencies.org/format.html">CoNLL-U</a>.
 */
package org.relunet.parser.conllu;
