/** The sections of the program's one configuration. */
package org.relunet.runtime.configuration;
