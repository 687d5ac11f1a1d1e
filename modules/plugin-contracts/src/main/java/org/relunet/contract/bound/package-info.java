/** How much memory and time something may take, for tests of hostile input. */
package org.relunet.contract.bound;
