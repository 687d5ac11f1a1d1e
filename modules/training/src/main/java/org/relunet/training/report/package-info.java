/**
 * What a training run tells about itself: events, and those who listen to them. Progress for
 * people, JSON lines for programs, TensorBoard event files for curves.
 */
package org.relunet.training.report;
