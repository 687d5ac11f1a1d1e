/** What people read: counts of things, what libraries say, and texts of strangers. */
package org.relunet.common.messages;
