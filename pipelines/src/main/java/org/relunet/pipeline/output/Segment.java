package org.relunet.pipeline.output;

import java.io.Serializable;
import org.relunet.pipeline.extract.ExtractionCounts;
import org.relunet.pipeline.extract.WindowPlace;

/**
 * Where the lines of a window stand.
 *
 * @param place the window's place in the input
 * @param part name of the part
 * @param results its results in the part's file of results
 * @param deadLetters its dead letters in the part's file of dead letters
 * @param counts how many of each
 */
public record Segment(
    WindowPlace place, String part, Extent results, Extent deadLetters, ExtractionCounts counts)
    implements Serializable {}
