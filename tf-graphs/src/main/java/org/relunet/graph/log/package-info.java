/** What TensorFlow's native code writes to standard error. */
package org.relunet.graph.log;
