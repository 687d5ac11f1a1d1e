/** What of a data set cannot be used, and why. */
package org.relunet.corpus.validation;
