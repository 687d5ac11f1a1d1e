/** What every parser plugin must do, as tests to inherit. */
package org.relunet.contract.parser;
