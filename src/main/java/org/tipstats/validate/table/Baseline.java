package org.tipstats.validate.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * Returns what areas state in their metadata about breaks of the series. A run calls this at most once.
     *
     * @param areas the codes of the areas that the file has rows for
     */
    default StatedBreaks breaks(Dataflow dataflow, Set<String> areas) {
        return StatedBreaks.NONE;
    }

    /**
     * Years from which the figures of an area cannot be compared with the figures of earlier years, as the area says.
     *
     * @param texts what changed, by the code of the area and the first year that is counted in the new way
     */
    record StatedBreaks(Map<String, Map<String, String>> texts) {

        public static final StatedBreaks NONE = new StatedBreaks(Map.of());

        /** Returns what changed in a year; empty if the area states no break in it. */
        public Optional<String> text(String area, String year) {
            return Optional.ofNullable(texts.getOrDefault(area, Map.of()).get(year));
        }
    }
}
