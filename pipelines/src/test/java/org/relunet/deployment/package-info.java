/**
 * The files of {@code docker/}, as far as it goes without a container engine: that they can be
 * read, agree with each other, and name what there is.
 */
package org.relunet.deployment;
