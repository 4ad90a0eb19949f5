package org.tipstats.compile.mirror;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Compares the figures that areas report about each other's citizens. The sources are the published numbers of victims
 * by citizenship and by country of repatriation. In all other dimensions, only totals are used. Immutable.
 */
public final class MirrorComparison {

    private final Statuses statuses;
    private final int largestMasked;
    private final CodeList areas;
    private final PublishedCounts detected;
    private final PublishedCounts returned;

    /**
     * Creates a comparison.
     *
     * @param citizenship the counts of the dataflow with the role CITIZENSHIP
     * @param repatriation the counts of the dataflow with the role COUNTERPART
     */
    public MirrorComparison(PublishedCounts citizenship, PublishedCounts repatriation) {
        Dataflow dataflow = citizenship.dataflow();
        this.statuses = new Statuses(dataflow.structure());
        this.largestMasked = Math.max(0, dataflow.threshold() - 1);
        this.areas = dataflow.structure().area().codes();
        this.detected = citizenship;
        this.returned = repatriation;
    }

    /**
     * Returns the pairs of different areas with a count of detected or of returned victims, ordered by area,
     * citizenship and year.
     */
    public List<MirrorPair> pairs() {
        return counterparts().stream().map(this::pair).toList();
    }

    /** Returns the same pairs as {@link #pairs}, but with their figures exactly as published. */
    List<PairFigures> counterparts() {
        TreeSet<PublishedCounts.Cell> cells = new TreeSet<>();
        cells.addAll(detected.cells());
        cells.addAll(returned.cells());
        List<PairFigures> all = new ArrayList<>();
        for (PublishedCounts.Cell cell : cells) {
            boolean isArea = areas.find(cell.other()).isPresent();
            if (isArea && !cell.other().equals(cell.area())) {
                all.add(counterparts(cell));
            }
        }
        return all;
    }

    PairFigures counterparts(PublishedCounts.Cell cell) {
        return new PairFigures(
                cell, detected.find(cell), returned.find(cell), returned.ofNationals(cell.other(), cell.year()));
    }

    PublishedCounts detected() {
        return detected;
    }

    PublishedCounts returned() {
        return returned;
    }

    private MirrorPair pair(PairFigures counts) {
        boolean hide = counts.anyWithheld(statuses);
        MirrorFigure found = figure(counts.detected(), hide);
        MirrorFigure sent = figure(counts.returned(), hide);
        return new MirrorPair(
                counts.cell().area(),
                counts.cell().other(),
                counts.cell().year(),
                found,
                sent,
                figure(counts.received(), hide),
                MirrorFigure.difference(found, sent, statuses));
    }

    private MirrorFigure figure(Observation count, boolean hide) {
        if (count == null) {
            return null;
        }
        return hide ? MirrorFigure.withheld(statuses) : MirrorFigure.sum(List.of(count), statuses, largestMasked);
    }

    /**
     * Returns the numbers of victims by the distance between the area of detection and their citizenship, ordered by
     * area, year and kind of flow. A flow for which the area reports no count is left out.
     */
    public List<MirrorFlow> flows() {
        List<MirrorFlow> flows = new ArrayList<>();
        new VictimFlows(detected)
                .counts()
                .forEach((flow, counts) -> flows.add(MirrorFlow.of(flow, counts, statuses, largestMasked)));
        return List.copyOf(flows);
    }

    /**
     * The published figures of two areas about the citizens of the second area. Figures that are not published are
     * null.
     *
     * @param cell the area that detected the victims, the area of their citizenship, and the year
     * @param detected the victims whom the first area detected
     * @param returned the victims whom the first area returned to the second area
     * @param received the victims whom the second area received from all areas; this figure is the same in all pairs
     *     with the second area, because the figure does not say where the victims came from
     */
    record PairFigures(PublishedCounts.Cell cell, Observation detected, Observation returned, Observation received) {

        /**
         * Returns true if one of the figures is withheld. In this case a comparison must show none of the three
         * figures.
         */
        boolean anyWithheld(Statuses statuses) {
            return Stream.of(detected, returned, received)
                    .filter(Objects::nonNull)
                    .anyMatch(statuses::isWithheld);
        }

        /** Returns a figure of the pair, or null if the figure is not published. */
        Observation find(PairFigure figure) {
            return switch (figure) {
                case DETECTED -> detected;
                case RETURNED -> returned;
                case RECEIVED -> received;
            };
        }
    }

    /**
     * The kinds of figures of a pair. The dimension with the role FIGURE has one code for each kind; the annotation
     * MEANING of this code is the name of the kind.
     */
    enum PairFigure {
        DETECTED,
        RETURNED,
        RECEIVED
    }

    /**
     * The figures about the citizens of one area in another area. If one of the figures is withheld, all of them are
     * withheld, because a comparison must not help to estimate a hidden value.
     *
     * @param area the area in which the victims were detected
     * @param citizenship the area that the victims are citizens of
     * @param detected the victims of that citizenship whom the area detected; null if the area reports no such figure
     * @param returned the victims whom the area of detection returned to the area of citizenship; null if the area of
     *     detection reports no such figure
     * @param received the victims who returned to the area of citizenship from anywhere; null if the area of
     *     citizenship reports no such figure
     * @param difference detected minus returned; null if one of these two figures is absent
     */
    public record MirrorPair(
            String area,
            String citizenship,
            String year,
            MirrorFigure detected,
            MirrorFigure returned,
            MirrorFigure received,
            MirrorFigure difference) {}
}
