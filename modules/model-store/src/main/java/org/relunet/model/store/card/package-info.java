/** The model card: what a reader must know before using a model. */
package org.relunet.model.store.card;
