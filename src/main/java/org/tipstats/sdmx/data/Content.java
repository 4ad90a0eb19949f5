package org.tipstats.sdmx.data;

import java.util.Set;

/**
 * What observations tell beside their keys.
 *
 * @param observations whether there are any, or series alone
 * @param measure whether they have values
 * @param attributes the ids of the attributes that they have
 */
public record Content(boolean observations, boolean measure, Set<String> attributes) {

    public Content {
        attributes = Set.copyOf(attributes);
    }
}
