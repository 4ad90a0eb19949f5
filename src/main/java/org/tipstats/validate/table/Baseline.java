package org.tipstats.validate.table;

import java.util.List;
import java.util.Set;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;

/** Supplies the data in force, which a file would change. Rules compare the file with this data. */
@FunctionalInterface
public interface Baseline {

    /** A baseline without data. */
    Baseline EMPTY = (dataflow, areas) -> List.of();

    /**
     * Returns the observations of some areas in one dataflow, in any order. A run calls this at most once for each
     * dataflow, and only for the dataflows that a rule needs.
     *
     * @param dataflow the dataflow of the file, or another one to compare with
     * @param areas the codes of the areas that the file has rows for
     */
    Iterable<Observation> of(Dataflow dataflow, Set<String> areas);
}
