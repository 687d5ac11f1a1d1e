/** What users say of the triples that were found: parsed, checked, and put together by text. */
package org.relunet.retraining.correction;
