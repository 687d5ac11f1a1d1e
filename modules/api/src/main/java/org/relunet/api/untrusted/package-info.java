/**
 * Reads what strangers wrote into model files, before a library does: strictly, and into values
 * that are then written anew. A library never gets a stranger's own bytes of a format in which it
 * could be told to do something.
 */
package org.relunet.api.untrusted;
