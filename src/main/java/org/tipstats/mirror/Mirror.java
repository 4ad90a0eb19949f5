package org.tipstats.mirror;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tipstats.mirror.MirrorFlow.Kind;
import org.tipstats.observation.Observation;
import org.tipstats.observation.Statuses;
import org.tipstats.schema.Code;
import org.tipstats.schema.CodeList;
import org.tipstats.schema.Dataflow;

/**
 * Sets what areas say of each other's citizens side by side: from published victims by citizenship (totals over sexes) and
 * by country of repatriation. Immutable.
 */
public final class Mirror {

    private final Statuses statuses;
    private final int largestMasked;
    private final CodeList areas;
    private final PublishedCounts detected;
    private final PublishedCounts returned;

    /**
     * @param citizenship the dataflow with the role CITIZENSHIP, and its published cube
     * @param repatriation the dataflow with the role COUNTERPART, and its published cube
     */
    public Mirror(PublishedCounts citizenship, PublishedCounts repatriation) {
        Dataflow dataflow = citizenship.dataflow();
        this.statuses = new Statuses(dataflow.structure());
        this.largestMasked = Math.max(0, dataflow.threshold() - 1);
        this.areas = dataflow.structure().area().codes();
        this.detected = citizenship;
        this.returned = repatriation;
    }

    /** The pairs of different areas of which there is any figure, by area, citizenship and year. */
    public List<MirrorPair> pairs() {
        TreeSet<PublishedCounts.Cell> cells = new TreeSet<>();
        cells.addAll(detected.cells());
        cells.addAll(returned.cells());
        List<MirrorPair> pairs = new ArrayList<>();
        for (PublishedCounts.Cell cell : cells) {
            boolean isArea = areas.find(cell.other()).isPresent();
            if (isArea && !cell.other().equals(cell.area())) {
                pairs.add(pair(cell));
            }
        }
        return pairs;
    }

    private MirrorPair pair(PublishedCounts.Cell cell) {
        MirrorFigure found = figure(detected.find(cell));
        MirrorFigure sent = figure(returned.find(cell));
        MirrorFigure received = figure(returned.ofNationals(cell.other(), cell.year()));
        if (MirrorFigure.anyWithheld(found, sent, received)) {
            found = hidden(found);
            sent = hidden(sent);
            received = hidden(received);
        }
        return new MirrorPair(
                cell.area(),
                cell.other(),
                cell.year(),
                found,
                sent,
                received,
                MirrorFigure.difference(found, sent, statuses));
    }

    private MirrorFigure figure(Observation count) {
        return count == null ? null : MirrorFigure.sum(List.of(count), statuses, largestMasked);
    }

    private MirrorFigure hidden(MirrorFigure figure) {
        return figure == null ? null : MirrorFigure.withheld(statuses);
    }

    /** How far victims had come, by area, year and kind; kinds of which an area reports nothing are left out. */
    public List<MirrorFlow> flows() {
        Map<String, Map<Kind, List<Observation>>> counts = new TreeMap<>();
        for (PublishedCounts.Cell cell : detected.cells()) {
            if (detected.isRepeated(cell)) {
                continue;
            }
            counts.computeIfAbsent(cell.area() + " " + cell.year(), key -> new EnumMap<>(Kind.class))
                    .computeIfAbsent(kind(cell), kind -> new ArrayList<>())
                    .add(detected.find(cell));
        }
        List<MirrorFlow> flows = new ArrayList<>();
        counts.forEach((place, kinds) -> kinds.forEach((kind, all) -> flows.add(new MirrorFlow(
                place.split(" ")[0], place.split(" ")[1], kind, MirrorFigure.sum(all, statuses, largestMasked)))));
        return flows;
    }

    private Kind kind(PublishedCounts.Cell cell) {
        if (detected.areNationals(cell)) {
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
                .filter(group -> group.annotation("AREA_GROUP")
                        .filter("SUB_REGION"::equals)
                        .isPresent())
                .map(Code::id)
                .findFirst()
                .orElse(null);
    }
}
