package org.tipstats.validate.table;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tipstats.validate.table.Baseline.StatedBreaks;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * The current data of other dataflows for the areas of a file, and the breaks that these areas state: years from which
 * figures cannot be compared with earlier figures. Reads a dataflow when a rule first asks for it, and keeps it for the
 * run. Does the same with the breaks.
 */
public final class OtherDataflows {

    /** The constant for a run without other dataflows. */
    static final OtherDataflows NONE = new OtherDataflows(id -> Optional.empty(), Baseline.EMPTY, Set.of());

    private final Function<String, Optional<Dataflow>> dataflows;
    private final Baseline baseline;
    private final Set<String> areas;
    private final Map<String, Optional<RowTable>> read = new HashMap<>();
    private StatedBreaks breaks;

    public OtherDataflows(Function<String, Optional<Dataflow>> dataflows, Baseline baseline, Set<String> areas) {
        this.dataflows = dataflows;
        this.baseline = baseline;
        this.areas = areas;
    }

    /** Returns the current counts of a dataflow; empty if the dataflow has no counts or does not exist. */
    public Optional<RowTable> of(String id) {
        return read.computeIfAbsent(
                id, key -> dataflows.apply(key).map(this::read).filter(table -> table.size() > 0));
    }

    /** Returns the breaks that the areas of the file state for its dataflow. */
    StatedBreaks breaks(Dataflow own) {
        if (breaks == null) {
            breaks = baseline.breaks(own, areas);
        }
        return breaks;
    }

    private RowTable read(Dataflow dataflow) {
        RowTable table =
                new RowTable(new KeySpace(dataflow.structure()), new RuleSettings(dataflow).largestMasked(), null);
        table.baseline(baseline.of(dataflow, areas), new Statuses(dataflow.structure()));
        return table;
    }
}
