package org.tipstats.protect.published;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.tipstats.protect.equations.AuditedFigure;
import org.tipstats.protect.equations.ExposedCell;
import org.tipstats.protect.equations.Knowledge;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.CubeShape;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;

/** The counts of one published cube as an intruder sees them: known, hidden or absent. */
record CubeFigures(String release, CubeShape shape, Cube cube, Map<Long, AuditedFigure> figures, Set<Long> masked) {

    CubeFigures(String release, CubeShape shape, Cube cube) {
        this(release, shape, cube, new LinkedHashMap<>(), new HashSet<>());
    }

    /**
     * Reads all counts. Skips a masked figure of a group: all members that report are masked, so the figure is no
     * additional secret.
     */
    void read(Knowledge knowledge, AuditOptions options) {
        Statuses statuses = new Statuses(shape.dataflow().structure());
        int threshold = shape.dataflow().threshold();
        int mostMasked = threshold > 0 ? threshold - 1 : options.largestMasked();
        for (Observation observation : cube) {
            long key = observation.key();
            if (!shape.isCount(key)) {
                continue;
            }
            boolean group = shape.isGroup(key);
            if (observation.value() != null) {
                figures.put(key, AuditedFigure.known(observation.value().longValueExact()));
            } else if (statuses.isWithheld(observation)) {
                figures.put(key, knowledge.hide(cell(key, false), options.lowerBound()));
            } else if (statuses.isMasked(observation) && !group) {
                figures.put(key, knowledge.hide(cell(key, true), 0, mostMasked));
                masked.add(key);
            }
        }
    }

    private ExposedCell cell(long key, boolean byProvider) {
        return new ExposedCell(
                release,
                shape.dataflow().id(),
                shape.areaOf(key).id(),
                shape.space().format(key),
                byProvider,
                OptionalLong.empty());
    }

    /** Returns the figure at a key, or null. */
    AuditedFigure find(long key) {
        return figures.get(key);
    }

    /** Returns the figure to add to the sums of groups; null if the figure is absent or masked. */
    AuditedFigure counted(long key) {
        return masked.contains(key) ? null : figures.get(key);
    }
}
