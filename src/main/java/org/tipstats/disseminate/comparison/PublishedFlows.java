package org.tipstats.disseminate.comparison;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tipstats.compile.mirror.PublishedCounts;
import org.tipstats.compile.mirror.PublishedCounts.PairCount;
import org.tipstats.vocabulary.cube.RepresentativeYear;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * The flows of people between countries and between regions in one dataflow of a release, added up from published
 * national figures. Sums that the release publishes for regions are not used. Immutable.
 */
public final class PublishedFlows {

    /** The direction of a flow, seen from the area that reports it. */
    public enum Direction {
        /** People came from the country of their citizenship to the reporting area, which detected them. */
        DETECTED,
        /** People returned from the reporting area to another area. */
        RETURNED
    }

    /** The kind of places that flows connect: single areas or groups of areas. */
    public enum Level {
        COUNTRY,
        SUB_REGION,
        REGION;

        /** Returns the kind of groups that suits a place: regions for the world, sub-regions for everything smaller. */
        public static Level groupsWithin(Code place) {
            return place.isAreaGroup("WORLD") ? REGION : SUB_REGION;
        }
    }

    private final Dataflow dataflow;
    private final Direction direction;
    private final CodeList areas;
    private final List<PairCount> pairs;
    private final BitSet places = new BitSet();

    public PublishedFlows(PublishedCounts counts, Direction direction) {
        this.dataflow = counts.dataflow();
        this.direction = direction;
        this.areas = dataflow.structure().area().codes();
        this.pairs = counts.pairs();
        for (PairCount pair : pairs) {
            Code reporter = areas.find(pair.area()).orElseThrow();
            places.set(reporter.position());
            areas.ancestors(reporter).forEach(group -> places.set(group.position()));
        }
    }

    public Dataflow dataflow() {
        return dataflow;
    }

    /** Returns whether an area, or an area of a group, published a figure in any year. */
    public boolean has(Code place) {
        return places.get(place.position());
    }

    /** Returns the positions of the years for which a place has a figure. */
    public BitSet years(Code place) {
        Dimension time = dataflow.structure().time();
        BitSet members = members(place);
        BitSet years = new BitSet();
        pairs.stream()
                .filter(pair -> members.get(areas.positionOf(pair.area())))
                .forEach(pair -> years.set(time.positionOf(pair.year())));
        return years;
    }

    /** Returns the newest year that enough areas of a place report, see {@link RepresentativeYear}; empty without figures. */
    public Optional<String> representativeYear(Code place) {
        Dimension time = dataflow.structure().time();
        BitSet members = members(place);
        Map<String, Set<String>> reporters = new TreeMap<>();
        for (PairCount pair : pairs) {
            if (members.get(areas.positionOf(pair.area()))) {
                reporters.computeIfAbsent(pair.year(), any -> new HashSet<>()).add(pair.area());
            }
        }
        OptionalInt year = RepresentativeYear.of(IntStream.range(0, time.size())
                .map(at -> reporters.getOrDefault(time.valueAt(at), Set.of()).size())
                .toArray());
        return year.isPresent() ? Optional.of(time.valueAt(year.getAsInt())) : Optional.empty();
    }

    /**
     * Adds up the flows that the areas of a place report for a year.
     *
     * @param place an area, or a group of areas
     * @param level the kind of places that the flows connect; an area that is in no group of this kind is a place
     *     itself
     */
    public FlowSummary of(Code place, String year, Level level) {
        BitSet members = members(place);
        FlowSums sums = new FlowSums(code -> at(level, code), level == Level.COUNTRY);
        BitSet reporting = new BitSet();
        for (PairCount pair : pairs) {
            Code reporter = areas.find(pair.area()).orElseThrow();
            if (pair.year().equals(year) && members.get(reporter.position())) {
                reporting.set(reporter.position());
                add(pair, reporter, sums);
            }
        }
        members.andNot(reporting);
        return sums.summary(codes(reporting), codes(members));
    }

    private void add(PairCount pair, Code reporter, FlowSums sums) {
        Code other = areas.find(pair.other()).orElse(null);
        if (other == null) {
            sums.addUnplaced(pair.figure());
        } else if (direction == Direction.DETECTED) {
            sums.add(other, reporter, pair.figure());
        } else if (other.equals(reporter)) {
            sums.addReceived(pair.figure());
        } else {
            sums.add(reporter, other, pair.figure());
        }
    }

    private Code at(Level level, Code area) {
        return level == Level.COUNTRY
                ? area
                : areas.broader(area).stream()
                        .filter(group -> group.isAreaGroup(level.name()))
                        .findFirst()
                        .orElse(area);
    }

    private BitSet members(Code place) {
        BitSet members = new BitSet();
        if (!place.isAreaGroup()) {
            members.set(place.position());
        }
        areas.descendants(place).stream()
                .filter(area -> !area.isAreaGroup())
                .forEach(area -> members.set(area.position()));
        return members;
    }

    private List<Code> codes(BitSet positions) {
        List<Code> codes = new ArrayList<>();
        positions.stream().forEach(position -> codes.add(areas.at(position)));
        return codes;
    }
}
