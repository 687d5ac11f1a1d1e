/** Which data a model was made from. */
package org.relunet.corpus.provenance;
