package org.tipstats.compile.mirror;

import java.util.ArrayList;
import java.util.List;
import org.tipstats.compile.mirror.MirrorComparison.PairFigure;
import org.tipstats.compile.mirror.MirrorComparison.PairFigures;
import org.tipstats.compile.mirror.MirrorDatasets.MirrorSource;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/** Finds the published figures from which one figure of a derived dataflow is computed. */
final class SourceFigures {

    private final Dataflow dataflow;
    private final KeySpace space;
    private final long key;

    SourceFigures(Dataflow dataflow, long key) {
        this.dataflow = dataflow;
        this.space = new KeySpace(dataflow.structure());
        this.key = key;
    }

    /**
     * Returns the published figure of a pair and the count of detected victims. The difference is computed from both.
     */
    List<MirrorSource> ofPair(MirrorComparison mirror) {
        PairFigures pair = mirror.counterparts(new PublishedCounts.Cell(
                code(Role.AREA).id(), code(Role.CITIZENSHIP).id(), year()));
        List<MirrorSource> sources = new ArrayList<>();
        for (PairFigure kind : PairFigure.values()) {
            boolean wanted = code(Role.FIGURE).means(kind.name()) || kind == PairFigure.DETECTED;
            if (wanted && pair.find(kind) != null) {
                PublishedCounts counts = kind == PairFigure.DETECTED ? mirror.detected() : mirror.returned();
                sources.add(new MirrorSource(counts.dataflow(), pair.find(kind)));
            }
        }
        return sources;
    }

    /** Returns all counts whose sum is the flow, ordered by area and citizenship. */
    List<MirrorSource> ofFlow(PublishedCounts detected) {
        CodeList areas = dataflow.structure().area().codes();
        Code wanted = code(Role.AREA);
        List<MirrorSource> sources = new ArrayList<>();
        new VictimFlows(detected).counts().forEach((flow, counts) -> {
            Code area = areas.find(flow.area()).orElseThrow();
            boolean within = area.equals(wanted) || areas.ancestors(area).contains(wanted);
            if (within
                    && flow.year().equals(year())
                    && code(Role.FLOW).means(flow.kind().name())) {
                counts.forEach(count -> sources.add(new MirrorSource(detected.dataflow(), count)));
            }
        });
        return sources;
    }

    private Code code(Role role) {
        Dimension dimension = dataflow.structure().dimension(role).orElseThrow();
        return dimension.codes().at(space.position(key, dimension.position()));
    }

    private String year() {
        return space.code(key, dataflow.structure().time());
    }
}
