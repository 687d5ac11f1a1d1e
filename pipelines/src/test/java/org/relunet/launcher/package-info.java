/** The shell script that starts the program. */
package org.relunet.launcher;
