package org.tipstats.compile.mirror;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.compile.mirror.VictimFlows.FlowKey;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Role;

/** Computes the cube of the derived dataflow of flows: the flows of single areas and of groups of areas. */
final class FlowCube {

    /** A flow while it is summed: the published counts to add up, and the number of areas that report them. */
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
}
