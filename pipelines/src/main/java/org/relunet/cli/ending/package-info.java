/** How the program ends: when it is told to, and without a crash of native code. */
package org.relunet.cli.ending;
