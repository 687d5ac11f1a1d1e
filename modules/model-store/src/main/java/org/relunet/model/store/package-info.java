/**
 * Trained models on disk: packages that are checked before anything in them is used.
 *
 * <p>{@link org.relunet.model.store.ModelPackage} reads, {@link
 * org.relunet.model.store.ModelPackageWriter} writes. The layout is {@link
 * org.relunet.model.store.PackageLayout}. Where several are published is {@link
 * org.relunet.model.store.registry}.
 */
package org.relunet.model.store;
