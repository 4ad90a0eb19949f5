package org.tipstats.disseminate.coverage;

import java.util.ArrayList;
import java.util.List;
import org.tipstats.disseminate.comparison.SourceService.SourceCell;
import org.tipstats.disseminate.coverage.DataflowOverlaps.Overlap;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Dataflow;

/** Finds the figures that another source reports in addition to the area itself. */
final class SourceOverlaps {

    private static final String AGENCY = "SOURCE_AGENCY";

    private final Dataflow dataflow;
    private final KeySpace space;
    private final Statuses statuses;

    SourceOverlaps(Dataflow dataflow) {
        this.dataflow = dataflow;
        this.space = new KeySpace(dataflow.structure());
        this.statuses = new Statuses(dataflow.structure());
    }

    /** Pairs the official figure of each cell with the figure of each other source, in the order of the cells. */
    List<Overlap> in(List<SourceCell> cells) {
        List<Overlap> overlaps = new ArrayList<>();
        for (SourceCell cell : cells) {
            if (cell.official() != null && statuses.countsAsReported(cell.official())) {
                cell.others().forEach((source, figure) -> {
                    if (statuses.countsAsReported(figure)) {
                        overlaps.add(overlap(cell, source, figure));
                    }
                });
            }
        }
        return overlaps;
    }

    private Overlap overlap(SourceCell cell, String source, Observation figure) {
        Observation official = cell.official();
        boolean open = official.value() != null && figure.value() != null;
        return new Overlap(
                Overlap.Kind.TWO_SOURCES,
                space.code(cell.key(), dataflow.structure().area()),
                space.code(cell.key(), dataflow.structure().time()),
                open ? official.value().compareTo(figure.value()) == 0 : null,
                List.of(shown(official, official.attributes().get(AGENCY)), shown(figure, source)));
    }

    private Overlap.OverlapFigure shown(Observation figure, String agency) {
        return new Overlap.OverlapFigure(
                dataflow.id(), space.codes(figure.key()), figure.value(), figure.status(), agency);
    }
}
