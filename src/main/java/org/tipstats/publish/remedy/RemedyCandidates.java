package org.tipstats.publish.remedy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.FigureRanks;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/** Finds remedies that may help blocked figures of one dataflow and year, without trying them. */
final class RemedyCandidates {

    /** The ids of the category "other" in all code lists. They may end a longer id, as in LAB_OTH. */
    private static final Pattern OTHER = Pattern.compile("(.*_)?OTH|_O");

    /** The id of the category "unknown" in all code lists. */
    private static final Pattern UNKNOWN = Pattern.compile("_U");

    private final Dataflow dataflow;
    private final String year;
    private final KeySpace space;
    private final Dimension area;
    private final FigureRanks ranks;
    private final Map<String, List<Observation>> byArea = new TreeMap<>();
    private final Set<String> inEarlierReleases = new TreeSet<>();

    /** @param compiled the compiled figures of the dataflow */
    RemedyCandidates(Dataflow dataflow, String year, Cube compiled, List<EarlierRelease> earlier) {
        this.dataflow = dataflow;
        this.year = year;
        this.space = compiled.space();
        this.area = dataflow.structure().area();
        this.ranks = new FigureRanks(dataflow);
        for (Observation figure : AggregateCalculator.nationalCounts(dataflow, compiled)) {
            if (isOfYear(figure)) {
                byArea.computeIfAbsent(areaOf(figure.key()), none -> new ArrayList<>())
                        .add(figure);
            }
        }
        for (EarlierRelease release : earlier) {
            release.published().getOrDefault(dataflow.id(), Cube.empty(space)).observations().stream()
                    .filter(this::isOfYear)
                    .forEach(figure -> inEarlierReleases.add(areaOf(figure.key())));
        }
    }

    private boolean isOfYear(Observation figure) {
        return space.code(figure.key(), dataflow.structure().time()).equals(year);
    }

    private String areaOf(long key) {
        return space.code(key, area);
    }

    /** Returns the area of a blocked figure. If only one area of a group reports, returns this area. */
    String place(long key) {
        List<String> members = areas(areaOf(key));
        return members.size() == 1 ? members.get(0) : areaOf(key);
    }

    /** Returns the areas that report in the year: the areas of a group, or the area itself. */
    private List<String> areas(String place) {
        Code code = area.codes().find(place).orElseThrow();
        return Stream.concat(Stream.of(code), area.codes().descendants(code).stream())
                .map(Code::id)
                .filter(byArea::containsKey)
                .distinct()
                .toList();
    }

    /**
     * Returns the remedies for blocked figures. Those that usually cost least come first.
     *
     * @param noMove true if it is proved that withholding more figures below the totals does not help
     */
    List<Remedy> of(String place, List<Long> keys, boolean noMove) {
        Set<Remedy> remedies = new LinkedHashSet<>();
        for (long key : keys) {
            for (Dimension dimension : ranks.brokenDown(key)) {
                merge(place, dimension, dimension.codes().at(space.position(key, dimension.position())))
                        .ifPresent(remedies::add);
            }
        }
        region(place).ifPresent(region -> {
            if (!noMove) {
                keys.stream()
                        .flatMap(key -> ranks.brokenDown(key).stream())
                        .forEach(broken -> remedies.add(Remedy.withhold(dataflow.id(), year, region, broken.id())));
            }
            remedies.add(Remedy.withholdTotal(dataflow.id(), year, region));
        });
        areas(place).stream()
                .min(Comparator.comparing(this::size))
                .ifPresent(smallest -> remedies.add(Remedy.leaveOut(dataflow.id(), year, smallest)));
        return List.copyOf(remedies);
    }

    private BigDecimal size(String place) {
        return byArea.get(place).stream()
                .map(Observation::value)
                .filter(value -> value != null)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns the region whose total must be public, if there is one. */
    private Optional<String> region(String place) {
        CodeList areas = area.codes();
        Code code = areas.find(place).orElseThrow();
        return Stream.concat(Stream.of(code), areas.broader(code).stream())
                .filter(group -> group.isAreaGroup("REGION"))
                .map(Code::id)
                .findFirst();
    }

    /**
     * Returns the merge of a category, if it is allowed. Nothing is merged for an area and year of an earlier release:
     * the two releases together would reveal the merged figure. Masked figures cannot be added, and a merged category
     * with reported parts would no longer be the sum of its parts.
     */
    private Optional<Remedy> merge(String place, Dimension dimension, Code from) {
        List<String> areas = areas(place);
        return Optional.of(areas)
                .filter(all -> all.stream().noneMatch(inEarlierReleases::contains))
                .flatMap(all -> target(dimension.codes(), from))
                .filter(to -> canMerge(areas, dimension, from) && canMerge(areas, dimension, to))
                .map(to -> Remedy.merge(dataflow.id(), year, place, dimension.id(), from.id(), to.id()));
    }

    private static Optional<Code> target(CodeList codes, Code from) {
        return sibling(codes, from, OTHER).or(() -> sibling(codes, from, UNKNOWN));
    }

    private static Optional<Code> sibling(CodeList codes, Code from, Pattern id) {
        return codes.first(code -> id.matcher(code.id()).matches()
                && !code.id().equals(from.id())
                && Objects.equals(code.parent(), from.parent()));
    }

    private boolean canMerge(List<String> areas, Dimension dimension, Code code) {
        Statuses statuses = new Statuses(dataflow.structure());
        Set<Integer> parts =
                dimension.codes().descendants(code).stream().map(Code::position).collect(Collectors.toSet());
        return areas.stream().flatMap(id -> byArea.get(id).stream()).noneMatch(figure -> {
            int position = space.position(figure.key(), dimension.position());
            return parts.contains(position) || (position == code.position() && statuses.isMasked(figure));
        });
    }
}
