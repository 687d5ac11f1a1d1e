/**
 * The one way in which a file takes another one's place: written under a hidden name beside it,
 * brought to the disk, renamed, and the rename brought to the disk. After a crash or a power
 * failure there is the old content or the new, whole.
 */
package org.relunet.common.replacement;
