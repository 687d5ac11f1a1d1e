/** The names that mentions give their entities, and IRIs of them. */
package org.relunet.pipeline.name;
