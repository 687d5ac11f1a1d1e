/**
 * Whole directories that appear at once, are brought to the disk and vanish; and files and
 * directories that are their owner's alone. Texts of users lie in no others, until they become a
 * result that the user asked for.
 */
package org.relunet.common.directories;
