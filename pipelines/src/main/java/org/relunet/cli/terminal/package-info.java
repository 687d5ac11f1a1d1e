/** What people see on a terminal: messages that no text of a stranger can forge or steer. */
package org.relunet.cli.terminal;
