/** What a model package may say and name. */
package org.relunet.runtime.trust;
