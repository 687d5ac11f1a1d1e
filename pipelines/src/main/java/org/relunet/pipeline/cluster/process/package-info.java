/** How Java is called for the processes of a cluster, on this machine as in a container. */
package org.relunet.pipeline.cluster.process;
