/**
 * Hugging Face's file format for tensors: 8 bytes with the header's length, a JSON header with
 * type, shape and place of each tensor, the tensors.
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">format</a>
 */
package org.relunet.encoder.transformer.safetensors;
