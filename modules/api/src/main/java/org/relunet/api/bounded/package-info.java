/**
 * Reading of bytes that may come from anyone: never more memory or time than the size of what is
 * there justifies.
 */
package org.relunet.api.bounded;
