/**
 * What a document says, each fact once: its triples, merged where they name the same relation and
 * the same entities. Nothing is linked to what other documents name.
 */
package org.relunet.pipeline.fact;
