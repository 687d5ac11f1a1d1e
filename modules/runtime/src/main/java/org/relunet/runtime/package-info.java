/**
 * The engine: from documents to triples, loaded once a process from a model package and a
 * configuration.
 */
package org.relunet.runtime;
