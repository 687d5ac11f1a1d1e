/**
 * Where documents come from: files found from what the user named, cut into chunks that workers
 * read on their own, and the records inside them as raw bytes with their place.
 */
package org.relunet.pipeline.input;
