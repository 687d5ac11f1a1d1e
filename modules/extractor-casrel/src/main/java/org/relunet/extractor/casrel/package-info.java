/**
 * CasRel (Wei et al. 2020, arXiv:1909.03227): a subject tagger and, for each subject, an object
 * tagger a relation. Labels, graph and decoding stand side by side here.
 */
package org.relunet.extractor.casrel;
