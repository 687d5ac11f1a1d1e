package org.relunet.retraining.gate;

/**
 * One condition of the gate.
 *
 * @param passed whether the new model meets it
 * @param finding what was measured and what is asked, for a person
 */
public record GateCheck(boolean passed, String finding) {}
