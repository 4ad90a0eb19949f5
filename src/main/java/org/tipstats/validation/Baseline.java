package org.tipstats.validation;

import java.util.List;
import java.util.Set;
import org.tipstats.observation.Observation;

/** What holds now for the dataflow of a request: what a file would change. */
@FunctionalInterface
public interface Baseline {

    /** Nothing holds yet. */
    Baseline EMPTY = areas -> List.of();

    /**
     * The observations of some areas, in any order.
     *
     * @param areas codes of the areas that the file has rows for
     */
    Iterable<Observation> of(Set<String> areas);
}
