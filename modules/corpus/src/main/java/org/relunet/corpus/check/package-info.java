/** What should alarm whoever annotated texts, though each record is well formed. */
package org.relunet.corpus.check;
