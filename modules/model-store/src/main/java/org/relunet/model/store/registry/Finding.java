package org.relunet.model.store.registry;

/**
 * Something in a registry that is not as it should be.
 *
 * @param subject a version or an alias
 */
public record Finding(String subject, String problem) {}
