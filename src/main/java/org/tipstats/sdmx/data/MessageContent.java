package org.tipstats.sdmx.data;

import java.util.Set;

/**
 * The parts of observations that a message contains, apart from their keys.
 *
 * @param observations whether it contains observations, or only series
 * @param measure whether observations have values
 * @param attributes the ids of the attributes that observations have
 */
public record MessageContent(boolean observations, boolean measure, Set<String> attributes) {

    public MessageContent {
        attributes = Set.copyOf(attributes);
    }
}
