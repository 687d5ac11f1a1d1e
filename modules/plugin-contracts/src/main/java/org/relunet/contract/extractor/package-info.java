/** What every extractor plugin must do, as tests to inherit. */
package org.relunet.contract.extractor;
