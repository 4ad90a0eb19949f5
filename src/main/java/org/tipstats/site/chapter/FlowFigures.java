package org.tipstats.site.chapter;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tipstats.publish.read.PublishedReleases.Vintage;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/** Finds the figures of one area in one dataflow of a release. */
public record FlowFigures(Dataflow dataflow, Code area, Vintage vintage) {

    private KeySpace space() {
        return vintage.cube().space();
    }

    /** Returns whether the area reported at least one value, shown or withheld. */
    public boolean isReported() {
        Statuses statuses = new Statuses(dataflow.structure());
        for (int place : vintage.indexesOf(area.position())) {
            if (statuses.countsAsReported(vintage.cube().at(place))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns whether there is any observation of the area.
     *
     * @param year null for any year
     */
    public boolean has(String year) {
        Dimension time = dataflow.structure().time();
        return Arrays.stream(vintage.indexesOf(area.position()))
                .mapToLong(place -> vintage.cube().at(place).key())
                .anyMatch(key -> year == null || space().code(key, time).equals(year));
    }

    /** Returns all observations of the area, in key order. */
    public List<Observation> all() {
        return Arrays.stream(vintage.indexesOf(area.position()))
                .mapToObj(vintage.cube()::at)
                .toList();
    }

    /** Returns the key of a figure as text. */
    public String key(Observation observation) {
        return space().format(observation.key());
    }

    public String year(Observation observation) {
        return space().code(observation.key(), dataflow.structure().time());
    }

    /**
     * Returns the figure of a unit, a year and a code of a breakdown; null if there is no such figure. The figure is a
     * total over all other breakdowns.
     *
     * @param breakdown null for the total
     */
    public Observation at(Code unit, Dimension breakdown, Code code, String year) {
        int[] positions = new int[dataflow.structure().dimensions().size()];
        for (Dimension dimension : dataflow.structure().dimensions()) {
            int position = position(dimension, unit, breakdown, code, year);
            if (position < 0) {
                return null;
            }
            positions[dimension.position()] = position;
        }
        return vintage.cube().find(space().pack(positions)).orElse(null);
    }

    /** Returns whether the area has a figure with this unit and this code of the breakdown in at least one year. */
    boolean has(Code unit, Dimension breakdown, Code code) {
        Dimension time = dataflow.structure().time();
        return IntStream.range(0, time.size()).anyMatch(year -> at(unit, breakdown, code, time.valueAt(year)) != null);
    }

    /** Returns the area's rate in a year, over all breakdowns; null if there is no such rate. */
    public Observation rate(String year) {
        return dataflow.unit("RATE").map(unit -> at(unit, null, null, year)).orElse(null);
    }

    private int position(Dimension dimension, Code unit, Dimension breakdown, Code code, String year) {
        if (dimension.role() == Role.AREA) {
            return area.position();
        }
        if (dimension.isTime()) {
            return dimension.positionOf(year);
        }
        if (dimension.role() == Role.UNIT) {
            return unit.position();
        }
        return dimension == breakdown
                ? code.position()
                : whole(dataflow, dimension).map(Code::position).orElse(-1);
    }

    /**
     * Returns the code of a dimension for figures that are not broken down by this dimension: the total, or the only
     * published code, or the only code. The result is empty if the dimension has none of these codes.
     */
    public static Optional<Code> whole(Dataflow dataflow, Dimension dimension) {
        CodeList codes = dimension.codes();
        return codes.total()
                .or(() -> dataflow.publication().fixed(dimension.id()).flatMap(codes::find))
                .or(() -> codes.size() == 1 ? Optional.of(codes.at(0)) : Optional.empty());
    }

    /**
     * Returns the codes directly below the total; all top-level codes if there is no total; no codes if the breakdown
     * is null.
     */
    public static List<Code> parts(Dimension breakdown) {
        if (breakdown == null) {
            return List.of();
        }
        CodeList codes = breakdown.codes();
        return codes.total()
                .map(codes::children)
                .orElseGet(() -> codes.codes().stream()
                        .filter(code -> code.parent() == null)
                        .toList());
    }
}
