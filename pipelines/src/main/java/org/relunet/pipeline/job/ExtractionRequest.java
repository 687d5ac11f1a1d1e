package org.relunet.pipeline.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.relunet.pipeline.input.FormatChoice;
import org.relunet.pipeline.record.JsonPaths;
import org.relunet.pipeline.result.ResultSettings;

/**
 * What to extract.
 *
 * @param inputs files, directories, globs or {@code -}; empty if {@code text} is present
 * @param text a document given on the command line
 * @param inputFormat format of the inputs
 * @param paths where a document stands in a line of JSON
 * @param output a file, a directory or {@code -}
 * @param deadLetters file for what fails, empty for one next to the output
 * @param results how results are written
 * @param flink where to run
 */
public record ExtractionRequest(
    List<String> inputs,
    Optional<String> text,
    FormatChoice inputFormat,
    JsonPaths paths,
    String output,
    Optional<Path> deadLetters,
    ResultSettings results,
    FlinkSettings flink) {}
