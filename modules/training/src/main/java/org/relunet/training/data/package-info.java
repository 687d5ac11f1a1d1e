/** Annotated texts read, aligned, parsed and cut into pieces, with a report of what was dropped. */
package org.relunet.training.data;
