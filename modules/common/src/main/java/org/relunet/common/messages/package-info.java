/** What people read: counts of things, and what libraries say. */
package org.relunet.common.messages;
