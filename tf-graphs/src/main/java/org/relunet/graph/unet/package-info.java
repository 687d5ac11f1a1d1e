/** RelU-Net: the contracting path, the core topology, the expanding path. */
package org.relunet.graph.unet;
