/** Encoder, U-Net and extractor composed to one network, and the sentences it is fed. */
package org.relunet.network;
