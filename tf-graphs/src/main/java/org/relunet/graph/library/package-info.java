/** TensorFlow's native library, where its Java interface does not reach. */
package org.relunet.graph.library;
