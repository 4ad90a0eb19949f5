package org.tipstats.validate.rule;

import java.util.List;
import java.util.Set;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;

/** What holds now: what a file would change, and what rules compare it with. */
@FunctionalInterface
public interface Baseline {

    /** Nothing holds yet. */
    Baseline EMPTY = (dataflow, areas) -> List.of();

    /**
     * The observations of some areas in one dataflow, in any order. Asked at most once for each dataflow in a run, and
     * only for those that a rule needs.
     *
     * @param dataflow that of the file, or another one that it is compared with
     * @param areas codes of the areas that the file has rows for
     */
    Iterable<Observation> of(Dataflow dataflow, Set<String> areas);
}
