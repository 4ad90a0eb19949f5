package org.tipstats.compile.mirror;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.tipstats.compile.mirror.MirrorFlow.Kind;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;

/**
 * Groups the victims whom areas detected by the distance that they had come, according to their citizenship. Immutable.
 */
final class VictimFlows {

    private record Place(String area, String year) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            int byArea = area.compareTo(other.area);
            return byArea != 0 ? byArea : year.compareTo(other.year);
        }
    }

    private final PublishedCounts detected;
    private final CodeList areas;

    VictimFlows(PublishedCounts detected) {
        this.detected = detected;
        this.areas = detected.dataflow().structure().area().codes();
    }

    /**
     * Returns the flows, ordered by area, year and kind. If an area reports nothing for a kind, this flow is left out.
     */
    List<FlowCounts> parts() {
        Map<Place, Map<Kind, List<Observation>>> counts = new TreeMap<>();
        for (PublishedCounts.Cell cell : detected.cells()) {
            if (!detected.isDuplicateOfNationals(cell)) {
                counts.computeIfAbsent(new Place(cell.area(), cell.year()), place -> new EnumMap<>(Kind.class))
                        .computeIfAbsent(kind(cell), kind -> new ArrayList<>())
                        .add(detected.find(cell));
            }
        }
        List<FlowCounts> parts = new ArrayList<>();
        counts.forEach((place, kinds) ->
                kinds.forEach((kind, all) -> parts.add(new FlowCounts(place.area(), place.year(), kind, all))));
        return parts;
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
