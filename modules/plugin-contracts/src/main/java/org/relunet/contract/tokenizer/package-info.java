/** What every tokenizer plugin must do, as tests to inherit. */
package org.relunet.contract.tokenizer;
