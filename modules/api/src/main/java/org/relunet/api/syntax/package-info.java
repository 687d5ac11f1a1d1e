/** Dependency syntax over the words of a sentence. */
package org.relunet.api.syntax;
