package org.relunet.parser.training;

import java.nio.file.Path;

/**
 * What came out.
 *
 * @param scores measured on the dev data, with predicted tags
 * @param trainSentences sentences learned from
 * @param devSentences sentences measured on
 * @param seconds wall time of the whole training
 * @param tagger the tagger's model file
 * @param parser the parser's model file
 * @param provenance the JSON file that tells where the models come from
 */
public record TrainingResult(
    Scores scores,
    int trainSentences,
    int devSentences,
    double seconds,
    Path tagger,
    Path parser,
    Path provenance) {}
