/**
 * Trained models on disk: packages that are checked before anything in them is used, and stores of
 * several versions with aliases.
 *
 * <p>{@link org.relunet.model.store.ModelPackage} reads, {@link
 * org.relunet.model.store.ModelPackageWriter} writes, {@link org.relunet.model.store.ModelStore}
 * turns a location into a package's directory. The layout is {@link
 * org.relunet.model.store.PackageLayout}.
 */
package org.relunet.model.store;
