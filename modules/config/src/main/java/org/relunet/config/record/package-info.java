/** Records of settings: the keys that a record declares, and records made from given values. */
package org.relunet.config.record;
