/** Configuration written as YAML: bare values for storage, and the commented reference. */
package org.relunet.config.rendering;
