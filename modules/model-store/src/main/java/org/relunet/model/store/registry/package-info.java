/**
 * Published models: versions that never change, and aliases whose every change is kept. {@link
 * org.relunet.model.store.registry.ModelRegistry} is the way in; {@link
 * org.relunet.model.store.registry.ModelAddress} turns what a user gives as a model into a
 * package's directory. A {@link org.relunet.model.store.registry.RegistryStorage} keeps a registry
 * somewhere: in a directory, or elsewhere.
 */
package org.relunet.model.store.registry;
