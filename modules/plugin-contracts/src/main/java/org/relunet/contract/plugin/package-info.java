/** What plugins of every kind must do, as tests to inherit. */
package org.relunet.contract.plugin;
