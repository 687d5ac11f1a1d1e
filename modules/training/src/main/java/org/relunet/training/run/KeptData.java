package org.relunet.training.run;

import java.util.Optional;
import org.relunet.network.FrozenStates;
import org.relunet.network.SoftLabels;

/**
 * What is computed once of a data set and kept; who computed it closes it.
 *
 * @param states of the encoder's frozen layers, if it has any
 * @param softLabels of a teacher, if there is one
 */
record KeptData(Optional<FrozenStates> states, Optional<SoftLabels> softLabels) {}
