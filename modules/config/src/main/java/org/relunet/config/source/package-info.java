/**
 * Sources of configuration (files, texts, {@code --set} overrides) read as YAML into a tree in
 * which every value knows where it stands. Types are not yet known here.
 */
package org.relunet.config.source;
