/** Named parameters of a network: their variables, first values, and who trains them. */
package org.relunet.graph.parameter;
