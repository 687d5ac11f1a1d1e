/** A trained network as a model package. */
package org.relunet.training.packaging;
