/**
 * The tree of known keys, and the values that sources give for them: unknown keys, types and the
 * layering of sources are decided here, alike for sections, settings and plugins.
 */
package org.relunet.config.key;
