package org.tipstats.compile.mirror;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.tipstats.compile.mirror.MirrorComparison.PairFigure;
import org.tipstats.compile.mirror.MirrorComparison.PairFigures;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Derivation;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Computes the derived dataflows of a release. Every value is computed from published cells of the release, so a
 * derived dataflow reveals nothing that the release hides. Immutable.
 */
public record MirrorDatasets(SchemaRegistry schemas) {

    /**
     * Returns the derived cubes that have at least one figure, by the ids of their dataflows.
     *
     * @param published the cubes of a release after disclosure control, by the ids of their dataflows
     */
    public Map<String, Cube> of(Map<String, Cube> published) {
        Map<String, Cube> derived = new TreeMap<>();
        for (Dataflow dataflow : schemas.dataflows()) {
            if (dataflow.isDerived()) {
                Cube cube = cube(dataflow, source -> published.getOrDefault(source.id(), empty(source)));
                if (cube.size() > 0) {
                    derived.put(dataflow.id(), cube);
                }
            }
        }
        return derived;
    }

    private static Cube empty(Dataflow dataflow) {
        return Cube.empty(new KeySpace(dataflow.structure()));
    }

    private Cube cube(Dataflow dataflow, Function<Dataflow, Cube> published) {
        return switch (dataflow.derivation().method()) {
            case MIRROR_PAIRS -> new PairCube(dataflow).of(mirror(dataflow, published));
            case MIRROR_FLOWS -> new FlowCube(dataflow).of(detected(dataflow, published));
        };
    }

    /**
     * Returns the comparison of the figures that areas report about each other's citizens.
     *
     * @param pairs a derived dataflow with the method {@link Derivation.Method#MIRROR_PAIRS}
     * @param published a function that returns the published cube of a dataflow
     */
    public MirrorComparison mirror(Dataflow pairs, Function<Dataflow, Cube> published) {
        return new MirrorComparison(detected(pairs, published), counts(pairs, "returned", Role.COUNTERPART, published));
    }

    private PublishedCounts detected(Dataflow dataflow, Function<Dataflow, Cube> published) {
        return counts(dataflow, "detected", Role.CITIZENSHIP, published);
    }

    private PublishedCounts counts(Dataflow dataflow, String name, Role other, Function<Dataflow, Cube> published) {
        Dataflow source = schemas.dataflow(dataflow.derivation().source(name)).orElseThrow();
        return new PublishedCounts(source, other, published.apply(source));
    }

    /**
     * Returns the published figures from which a figure of a derived dataflow is computed. For a pair, the result
     * includes the count of detected victims, if there is one, even if the derived dataflow has no figure with this
     * key.
     *
     * @param dataflow the derived dataflow
     * @param key a key of the derived dataflow
     * @param published a function that returns the published cube of a dataflow in the same release
     */
    public List<MirrorSource> sources(Dataflow dataflow, long key, Function<Dataflow, Cube> published) {
        return switch (dataflow.derivation().method()) {
            case MIRROR_PAIRS -> new SourceFigures(dataflow, key).ofPair(mirror(dataflow, published));
            case MIRROR_FLOWS -> new SourceFigures(dataflow, key).ofFlow(detected(dataflow, published));
        };
    }

    /**
     * A published figure from which a derived figure is computed.
     *
     * @param dataflow the dataflow that publishes the figure
     */
    public record MirrorSource(Dataflow dataflow, Observation figure) {}

    /** Finds the published figures from which one figure of a derived dataflow is computed. */
    private static final class SourceFigures {

        private final Dataflow dataflow;
        private final KeySpace space;
        private final long key;

        SourceFigures(Dataflow dataflow, long key) {
            this.dataflow = dataflow;
            this.space = new KeySpace(dataflow.structure());
            this.key = key;
        }

        /**
         * Returns the published figure of a pair and the count of detected victims. The difference is computed from
         * both.
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
}
