/** What libraries say, made fit for people. */
package org.relunet.common.messages;
