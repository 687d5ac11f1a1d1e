package org.relunet.pipeline.message;

/**
 * Why a message became a dead letter.
 *
 * @param stage how far it came
 * @param exception name of the exception's class
 * @param reason for people
 * @param stackTrace of the exception, empty where it would tell nothing more
 */
public record MessageFailure(
    MessageStage stage, String exception, String reason, String stackTrace) {}
