/**
 * From workers' results to what the user asked for: workers append to part files of their own, an
 * index says where each window's lines stand, and at the end they are put together in the order of
 * the input, file to file, without passing through the heap.
 */
package org.relunet.pipeline.output;
