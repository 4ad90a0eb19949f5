package org.tipstats.compile.mirror;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Compares what areas report about each other's citizens. The sources are the published numbers of victims by
 * citizenship (totals over sexes) and by country of repatriation. Immutable.
 */
public final class MirrorComparison {

    private final Statuses statuses;
    private final int largestMasked;
    private final CodeList areas;
    private final PublishedCounts detected;
    private final PublishedCounts returned;

    /**
     * Creates a mirror.
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

    /** Returns the pairs of different areas that have at least one figure, ordered by area, citizenship and year. */
    public List<MirrorPair> pairs() {
        return counterparts().stream().map(this::pair).toList();
    }

    /** Returns the same pairs with their figures as published. */
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
     * Returns the numbers of victims by the distance that they had come, ordered by area, year and kind of flow. If an
     * area reports nothing for a kind, this flow is left out.
     */
    public List<MirrorFlow> flows() {
        return new VictimFlows(detected)
                .parts().stream()
                        .map(parts -> MirrorFlow.of(parts, statuses, largestMasked))
                        .toList();
    }
}
