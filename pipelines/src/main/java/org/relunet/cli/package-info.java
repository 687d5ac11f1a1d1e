/**
 * The command line: {@code relunet} and its commands. A command is a class of its own, which {@link
 * org.relunet.cli.Commands} lists; it returns an {@link org.relunet.cli.ExitStatus} and throws for
 * everything else, and {@link org.relunet.cli.Failures} says it to the user.
 */
package org.relunet.cli;
