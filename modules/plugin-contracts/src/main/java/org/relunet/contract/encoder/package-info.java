/** What every encoder plugin must do, as tests to inherit. */
package org.relunet.contract.encoder;
