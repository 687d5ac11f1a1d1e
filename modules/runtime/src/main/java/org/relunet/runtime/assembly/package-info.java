/** Chosen plugins and a stored model put together. */
package org.relunet.runtime.assembly;
