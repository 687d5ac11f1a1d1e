/** What a model registry on S3 needs besides Beam's file system. */
package org.relunet.registry.s3;
