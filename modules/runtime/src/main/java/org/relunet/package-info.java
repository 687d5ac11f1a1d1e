/** Where a program begins that takes triples from texts by itself: {@link org.relunet.RelUNet}. */
package org.relunet;
