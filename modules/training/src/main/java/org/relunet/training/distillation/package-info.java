/** Learning from another model: the teacher, and what it must have in common with its pupil. */
package org.relunet.training.distillation;
