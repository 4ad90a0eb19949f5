package org.tipstats.compile.mirror;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.compile.mirror.VictimFlows.FlowKey;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SchemaException;

/** Computes the cube of the derived dataflow of flows: the flows of single areas and of groups of areas. */
final class FlowCube {

    /**
     * A flow that is being summed: the published counts to add up, and the number of areas that report these counts.
     */
    private static final class Sum {
        private final List<Observation> counts = new ArrayList<>();
        private int reporting;

        void add(List<Observation> parts) {
            counts.addAll(parts);
            reporting++;
        }
    }

    private final Dataflow dataflow;
    private final DerivedKeys keys;
    private final Statuses statuses;
    private final CodeList areas;

    FlowCube(Dataflow dataflow) {
        this.dataflow = dataflow;
        this.keys = new DerivedKeys(dataflow);
        this.statuses = new Statuses(dataflow.structure());
        this.areas = dataflow.structure().area().codes();
    }

    Cube of(PublishedCounts detected) {
        int largestMasked = Math.max(0, detected.dataflow().threshold() - 1);
        Map<FlowKey, Sum> sums = new TreeMap<>(FlowKey.ORDER);
        new VictimFlows(detected).counts().forEach((flow, counts) -> {
            Code area = areas.find(flow.area()).orElseThrow();
            add(area, flow, counts, sums);
            areas.ancestors(area).forEach(group -> add(group, flow, counts, sums));
        });
        List<Observation> flows = new ArrayList<>();
        sums.forEach((flow, sum) -> flows.add(observation(flow, sum, largestMasked)));
        return Cube.of(keys.space(), flows);
    }

    private static void add(Code area, FlowKey part, List<Observation> counts, Map<FlowKey, Sum> sums) {
        sums.computeIfAbsent(new FlowKey(area.id(), part.year(), part.kind()), flow -> new Sum())
                .add(counts);
    }

    private Observation observation(FlowKey key, Sum sum, int largestMasked) {
        MirrorFlow flow = MirrorFlow.of(key, sum.counts, statuses, largestMasked);
        MirrorFigure victims = flow.victims();
        Map<String, String> attributes = new HashMap<>();
        put(Role.KNOWN_SUM, flow.knownSum().toPlainString(), attributes);
        put(Role.N_PARTS, Integer.toString(flow.parts()), attributes);
        put(Role.N_KNOWN, Integer.toString(flow.known()), attributes);
        return new Observation(
                keys.of(
                        key.area(),
                        key.year(),
                        Map.of(Role.FLOW, keys.code(Role.FLOW, key.kind().name()))),
                victims.value(),
                victims.status(),
                victims.confidentiality(),
                attributes,
                new Coverage(victims.lower(), victims.upper(), size(key.area()), sum.reporting, 0, null));
    }

    private void put(Role role, String text, Map<String, String> attributes) {
        dataflow.structure().attribute(role).ifPresent(attribute -> attributes.put(attribute.id(), text));
    }

    /** Returns the number of areas in a group, or 1 for an area. */
    private int size(String id) {
        Code code = areas.find(id).orElseThrow();
        return code.isAreaGroup()
                ? (int) areas.descendants(code).stream()
                        .filter(below -> !below.isAreaGroup())
                        .count()
                : 1;
    }

    /** Builds the keys of a derived dataflow. All figures of a derived dataflow are counts. */
    static final class DerivedKeys {

        private final DataStructure structure;
        private final KeySpace space;

        DerivedKeys(Dataflow dataflow) {
            this.structure = dataflow.structure();
            this.space = new KeySpace(structure);
        }

        KeySpace space() {
            return space;
        }

        /**
         * Returns the key of a figure.
         *
         * @param codes for each other dimension, by its role, the id of its code; the frequency and the unit need no
         *     code
         */
        long of(String area, String year, Map<Role, String> codes) {
            int[] positions = new int[structure.dimensions().size()];
            for (Dimension dimension : structure.dimensions()) {
                int position = switch (dimension.role()) {
                    case AREA -> dimension.positionOf(area);
                    case TIME -> dimension.positionOf(year);
                    case UNIT -> code(dimension, "COUNT").position();
                    case FREQUENCY -> 0;
                    default -> dimension.positionOf(codes.get(dimension.role()));
                };
                if (position < 0) {
                    throw new SchemaException(
                            structure.id() + ": " + dimension.id() + " has not the codes of its sources");
                }
                positions[dimension.position()] = position;
            }
            return space.pack(positions);
        }

        String code(Role role, String meaning) {
            return structure
                    .dimension(role)
                    .map(dimension -> code(dimension, meaning).id())
                    .orElseThrow(() -> new SchemaException(structure.id() + " has no dimension with the role " + role));
        }

        private static Code code(Dimension dimension, String meaning) {
            return dimension
                    .codes()
                    .first(code -> code.means(meaning))
                    .orElseThrow(
                            () -> new SchemaException(dimension.codes().id() + " has no code that means " + meaning));
        }
    }
}
