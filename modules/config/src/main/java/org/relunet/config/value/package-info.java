/**
 * The types that a value of the configuration may have: how each is read from YAML, described and
 * written.
 */
package org.relunet.config.value;
