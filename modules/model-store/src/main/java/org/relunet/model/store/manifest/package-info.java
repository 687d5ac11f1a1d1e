/**
 * What a model package must hold, file by file, and the check of it. Nothing of a package may be
 * used before {@link org.relunet.model.store.manifest.ManifestCheck} has passed.
 */
package org.relunet.model.store.manifest;
