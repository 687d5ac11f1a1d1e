/** Training a stored model again, from what its provenance says. */
package org.relunet.training.reproduction;
