/** What tests of graph parts share. */
package org.relunet.graph.testing;
