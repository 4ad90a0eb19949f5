package org.tipstats.publish.remedy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.protect.disclose.DisclosureControl.Exceptions;
import org.tipstats.publish.remedy.Remedy.Kind;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.FigureRanks;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Applies remedies to compiled figures. Merges or leaves out national counts, and compiles everything else again from
 * the national counts, so that all sums remain correct.
 */
public final class RemediedFigures {

    private final Map<String, Dataflow> dataflows = new TreeMap<>();
    private final List<Remedy> remedies;

    /** @param dataflows all dataflows, including the population */
    public RemediedFigures(Collection<Dataflow> dataflows, List<Remedy> remedies) {
        dataflows.forEach(dataflow -> this.dataflows.put(dataflow.id(), dataflow));
        this.remedies = remedies.stream()
                .filter(remedy -> this.dataflows.containsKey(remedy.dataflow())
                        && remedy.fits(this.dataflows.get(remedy.dataflow())))
                .toList();
    }

    /**
     * Returns the cubes after categories are merged and areas are left out. Remedies that withhold figures change
     * nothing here; see {@link #exceptions}. A dataflow that loses all its figures is left out.
     */
    public Map<String, Cube> of(Map<String, Cube> compiled) {
        Map<String, Cube> result = new TreeMap<>(compiled);
        Map<String, List<Remedy>> changes = remedies.stream()
                .filter(remedy -> remedy.kind() != Kind.WITHHOLD && compiled.containsKey(remedy.dataflow()))
                .collect(Collectors.groupingBy(Remedy::dataflow));
        changes.forEach((id, some) -> {
            Dataflow dataflow = dataflows.get(id);
            Cube national = AggregateCalculator.nationalCounts(dataflow, compiled.get(id));
            for (Remedy remedy : some) {
                national = remedy.kind() == Kind.MERGE
                        ? merge(dataflow, national, remedy)
                        : leaveOut(dataflow, national, remedy);
            }
            if (national.size() > 0) {
                result.put(id, new AggregateCalculator(dataflow, population(compiled)).calculate(national));
            } else {
                result.remove(id);
            }
        });
        return result;
    }

    private Cube population(Map<String, Cube> compiled) {
        Dataflow population = dataflows.values().stream()
                .filter(Dataflow::isPopulation)
                .findFirst()
                .orElseThrow();
        Cube cube = compiled.getOrDefault(population.id(), Cube.empty(new KeySpace(population.structure())));
        return AggregateCalculator.nationalCounts(population, cube);
    }

    private static Cube leaveOut(Dataflow dataflow, Cube national, Remedy remedy) {
        LongPredicate place = place(dataflow, remedy);
        return Cube.of(
                national.space(),
                national.observations().stream()
                        .filter(figure -> !place.test(figure.key()))
                        .toList());
    }

    private static Cube merge(Dataflow dataflow, Cube national, Remedy remedy) {
        LongPredicate place = place(dataflow, remedy);
        Dimension dimension = dataflow.structure().dimension(remedy.dimension()).orElseThrow();
        KeySpace space = national.space();
        int from = dimension.positionOf(remedy.from());
        int to = dimension.positionOf(remedy.to());
        Statuses statuses = new Statuses(dataflow.structure());
        Map<Long, Observation> merged = new LinkedHashMap<>();
        List<Observation> moved = new ArrayList<>();
        for (Observation figure : national) {
            if (place.test(figure.key()) && space.position(figure.key(), dimension.position()) == from) {
                moved.add(figure);
            } else {
                merged.put(figure.key(), figure);
            }
        }
        for (Observation figure : moved) {
            long key = space.withPosition(figure.key(), dimension.position(), to);
            Observation sum = sum(key, merged.get(key), figure, statuses);
            if (sum != null) {
                merged.put(key, sum);
            }
        }
        return Cube.of(space, merged.values());
    }

    /**
     * Adds a figure to the figure of another category, which may be null. If the added figure has no value and neither
     * is masked, returns the other figure unchanged. The sum has no comments, because a comment may contain one of the
     * two figures. If the provider masked one of the two, the sum is not known and is treated as missing.
     */
    private static Observation sum(long key, Observation target, Observation moved, Statuses statuses) {
        boolean masked = statuses.isMasked(moved) || (target != null && statuses.isMasked(target));
        if (masked) {
            return Observation.absent(key, statuses.missing().get(0), null);
        }
        if (moved.value() == null) {
            return target;
        }
        if (target == null || target.value() == null) {
            return new Observation(key, moved.value(), moved.status(), moved.confidentiality(), Map.of(), null);
        }
        boolean free =
                target.confidentiality() == null || target.confidentiality().equals(statuses.free());
        return new Observation(
                key,
                target.value().add(moved.value()),
                target.status().equals(statuses.normal()) ? moved.status() : target.status(),
                free ? moved.confidentiality() : target.confidentiality(),
                Map.of(),
                null);
    }

    /** Returns the years in which totals may be withheld, and the figures that must be withheld in addition. */
    public Exceptions exceptions(Map<String, Cube> compiled) {
        Map<String, Set<String>> years = new HashMap<>();
        Map<String, Set<Long>> withheld = new HashMap<>();
        for (Remedy remedy : remedies) {
            Cube cube = compiled.get(remedy.dataflow());
            if (remedy.isForTotals()) {
                years.computeIfAbsent(remedy.dataflow(), none -> new TreeSet<>())
                        .add(remedy.year());
            } else if (remedy.kind() == Kind.WITHHOLD && cube != null) {
                withheld.computeIfAbsent(remedy.dataflow(), none -> new TreeSet<>())
                        .addAll(brokenDown(dataflows.get(remedy.dataflow()), cube, remedy));
            }
        }
        return new Exceptions(years, withheld);
    }

    private static List<Long> brokenDown(Dataflow dataflow, Cube cube, Remedy remedy) {
        FigureRanks ranks = new FigureRanks(dataflow);
        KeySpace space = cube.space();
        return cube.observations().stream()
                .map(Observation::key)
                .filter(key -> space.code(key, dataflow.structure().area()).equals(remedy.area())
                        && space.code(key, dataflow.structure().time()).equals(remedy.year()))
                .filter(key -> ranks.brokenDown(key).stream()
                        .map(Dimension::id)
                        .toList()
                        .equals(List.of(remedy.dimension())))
                .toList();
    }

    /** Returns a condition that is true for the keys of a remedy's areas and year. */
    private static LongPredicate place(Dataflow dataflow, Remedy remedy) {
        KeySpace space = new KeySpace(dataflow.structure());
        Dimension area = dataflow.structure().area();
        Dimension time = dataflow.structure().time();
        Set<Integer> areas = remedy.areas(area);
        return key ->
                space.code(key, time).equals(remedy.year()) && areas.contains(space.position(key, area.position()));
    }
}
