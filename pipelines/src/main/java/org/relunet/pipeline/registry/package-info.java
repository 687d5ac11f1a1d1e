/**
 * Model registries on object storage, by Beam's file systems: {@code s3://} and whatever else Beam
 * has a module for on the class path.
 */
package org.relunet.pipeline.registry;
