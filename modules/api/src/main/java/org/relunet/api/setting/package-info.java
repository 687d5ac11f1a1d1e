/**
 * How a record says what may be configured: one component a key, named in camel case where the key
 * is dashed ({@code coreSizes} is {@code core-sizes}).
 *
 * <p>Components may be {@code int, long, double, boolean, String, java.nio.file.Path}, an enum (its
 * constants in lower case, dashed), a {@code List} of these, or another such record.
 */
package org.relunet.api.setting;
