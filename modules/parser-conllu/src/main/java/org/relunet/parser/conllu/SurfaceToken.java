package org.relunet.parser.conllu;

import org.relunet.api.text.TokenSpan;

/**
 * A multiword token: several syntactic words written as one, such as "don't" for "do" and "n't".
 *
 * @param form as the text writes it
 * @param words the syntactic words that it stands for
 */
public record SurfaceToken(String form, TokenSpan words) {}
