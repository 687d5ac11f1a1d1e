/** What the program says on standard error, as lines of JSON. */
package org.relunet.cli.log;
