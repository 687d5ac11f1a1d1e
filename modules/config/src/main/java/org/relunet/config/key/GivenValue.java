package org.relunet.config.key;

import org.relunet.config.problem.Location;

/**
 * A value that a source gives for a key.
 *
 * @param value of the key's type
 * @param location where the key stands
 */
public record GivenValue(Object value, Location location) {}
