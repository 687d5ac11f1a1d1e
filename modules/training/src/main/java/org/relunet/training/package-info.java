/** Training: settings, and the way from files to a model package. */
package org.relunet.training;
