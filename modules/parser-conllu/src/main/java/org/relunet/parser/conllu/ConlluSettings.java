package org.relunet.parser.conllu;

import java.nio.file.Path;
import org.relunet.api.setting.Setting;

/** Settings of the parser plugin {@code conllu}. */
public record ConlluSettings(
    @Setting(
            help =
                "CoNLL-U file that holds the trees of all sentences to come, or a directory with"
                    + " several (*.conllu, *.conllu.gz)")
        Path file) {}
