package org.tipstats.compile.mirror;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.tipstats.compile.mirror.MirrorFlow.Kind;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;

/** Groups detected victims by the distance between the area of detection and their citizenship. Immutable. */
final class VictimFlows {

    /** The key of a flow: an area or a group of areas, a year and a kind of flow. */
    record FlowKey(String area, String year, Kind kind) {

        static final Comparator<FlowKey> ORDER =
                Comparator.comparing(FlowKey::area).thenComparing(FlowKey::year).thenComparing(FlowKey::kind);
    }

    private final PublishedCounts detected;
    private final CodeList areas;

    VictimFlows(PublishedCounts detected) {
        this.detected = detected;
        this.areas = detected.dataflow().structure().area().codes();
    }

    /**
     * Returns, for each flow, the published counts to add up, in the order of area, year and kind. A flow for which the
     * area reports no count is left out.
     */
    Map<FlowKey, List<Observation>> counts() {
        Map<FlowKey, List<Observation>> counts = new TreeMap<>(FlowKey.ORDER);
        for (PublishedCounts.Cell cell : detected.cells()) {
            if (!detected.isDuplicateOfNationals(cell)) {
                FlowKey flow = new FlowKey(cell.area(), cell.year(), kind(cell));
                counts.computeIfAbsent(flow, key -> new ArrayList<>()).add(detected.find(cell));
            }
        }
        return counts;
    }

    private Kind kind(PublishedCounts.Cell cell) {
        if (detected.isOfNationals(cell)) {
            return Kind.DOMESTIC;
        }
        Code other = areas.find(cell.other()).orElse(null);
        if (other == null) {
            return Kind.UNKNOWN;
        }
        Code area = areas.find(cell.area()).orElseThrow();
        return subRegion(area) != null && Objects.equals(subRegion(area), subRegion(other))
                ? Kind.SUB_REGIONAL
                : Kind.TRANSREGIONAL;
    }

    private String subRegion(Code area) {
        return areas.ancestors(area).stream()
                .filter(group -> group.isAreaGroup("SUB_REGION"))
                .map(Code::id)
                .findFirst()
                .orElse(null);
    }
}
