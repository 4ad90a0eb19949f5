package org.tipstats.mapping.meaning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tipstats.mapping.grid.Cell;
import org.tipstats.mapping.reading.PartOfYear;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Makes observations of the figures of a file. Figures with the same key add up if they are different parts of it: age
 * groups inside of a group of the list, words that share a code, months, or regions. Figures that repeat each other do
 * not add up.
 */
public final class Assembly {

    private final Dataflow dataflow;
    private final List<MappedObservation> observations = new ArrayList<>();
    private final List<Cell> repeated = new ArrayList<>();
    private final List<List<Cell>> conflicts = new ArrayList<>();
    private final List<List<Cell>> gaps = new ArrayList<>();
    private final Set<Cell> unused = new LinkedHashSet<>();
    private final List<Cell> finer = new ArrayList<>();

    private Assembly(Dataflow dataflow) {
        this.dataflow = dataflow;
    }

    public static Assembly of(Dataflow dataflow, List<PlacedFigure> figures) {
        Assembly assembly = new Assembly(dataflow);
        Optional<Dimension> age = dataflow.structure().dimension(AgeSums.AGE);
        if (age.isPresent()) {
            AgeSums ages = new AgeSums(age.get().codes(), figures);
            ages.groups().forEach(group -> assembly.add(group.key(), group.figures()));
            assembly.unused.addAll(ages.gaps());
            assembly.finer.addAll(ages.finer());
            assembly.gaps.addAll(ages.brokenSums());
        } else {
            Map<List<String>, List<PlacedFigure>> byKey = new LinkedHashMap<>();
            for (PlacedFigure figure : figures) {
                byKey.computeIfAbsent(figure.key().codes(), none -> new ArrayList<>(1))
                        .add(figure);
            }
            byKey.values().forEach(group -> assembly.add(group.get(0).key(), group));
        }
        new ParentSums(dataflow, assembly.observations).addAll();
        return assembly;
    }

    public List<MappedObservation> observations() {
        return observations;
    }

    /** Returns the cells that repeat a figure of another cell. */
    public List<Cell> repeated() {
        return repeated;
    }

    /** Returns the cells of each key whose figures neither add up nor repeat each other. */
    public List<List<Cell>> conflicts() {
        return conflicts;
    }

    /** Returns the cells that cannot be added up, because another part of the sum is missing. */
    public List<List<Cell>> gaps() {
        return gaps;
    }

    /** Returns the cells of age groups that are part of no sum anywhere in the table. */
    public Set<Cell> unused() {
        return unused;
    }

    /**
     * Returns the cells of each age group of the code list that the table itself has, and of the finer groups within
     * it.
     */
    public List<Cell> finer() {
        return finer;
    }

    private void add(MappedKey key, List<PlacedFigure> all) {
        if (all.size() == 1 && !all.get(0).isBlank()) {
            observe(key, all);
            return;
        }
        List<PlacedFigure> group = new ArrayList<>(all);
        group.removeIf(PlacedFigure::isBlank);
        if (group.size() < all.size()) {
            gaps.addAll(group.isEmpty() ? List.of() : List.of(cells(group)));
        } else if (group.size() == 1) {
            observe(key, group);
        } else {
            addFigures(key, group);
        }
    }

    private static List<Cell> cells(List<PlacedFigure> figures) {
        return figures.stream().map(PlacedFigure::cell).toList();
    }

    private void addFigures(MappedKey key, List<PlacedFigure> group) {
        Map<List<Object>, PlacedFigure> distinct = new LinkedHashMap<>();
        for (PlacedFigure figure : group) {
            PlacedFigure same = distinct.putIfAbsent(List.of(figure.words(), figure.collapsed()), figure);
            if (same != null && !sameValue(same, figure)) {
                conflicts.add(List.of(same.cell(), figure.cell()));
                return;
            }
            if (same != null) {
                repeated.add(figure.cell());
            }
        }
        observe(key, new ArrayList<>(distinct.values()));
    }

    private void observe(MappedKey key, List<PlacedFigure> figures) {
        if (figures.size() > 1) {
            takeWhole(figures);
            takeFirstTotal(key, figures);
        }
        if (figures.size() > 1 && (isTotal(key, figures) || isMixed(figures))) {
            conflicts.add(cells(figures));
        } else if (figures.size() > 1 || isUnfinished(figures)) {
            sum(key, figures);
        } else {
            PlacedFigure figure = figures.get(0);
            observations.add(new MappedObservation(
                    dataflow.id(), key, figure.value(), figure.attributes(), List.of(figure.cell())));
        }
    }

    /**
     * Keeps only the figure of the whole year, or of the whole country, if its parts add up to it. If a part is
     * missing, they may be less.
     */
    private void takeWhole(List<PlacedFigure> group) {
        List<PlacedFigure> wholes =
                group.stream().filter(figure -> figure.collapsed().isEmpty()).toList();
        if (wholes.size() != 1 || wholes.get(0).value() == null) {
            return;
        }
        PlacedFigure whole = wholes.get(0);
        List<PlacedFigure> parts = group.stream()
                .filter(figure -> figure != whole && figure.words().equals(whole.words()))
                .toList();
        BigDecimal sum = parts.stream()
                .filter(part -> part.value() != null)
                .map(PlacedFigure::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean gap = parts.stream().anyMatch(part -> part.value() == null);
        int difference = sum.compareTo(whole.value());
        if (parts.size() == group.size() - 1 && (difference == 0 || (gap && difference < 0))) {
            parts.forEach(part -> repeated.add(part.cell()));
            group.retainAll(wholes);
        }
    }

    /** Keeps only the first of several totals in different words that have the same value. */
    private void takeFirstTotal(MappedKey key, List<PlacedFigure> group) {
        PlacedFigure first = group.get(0);
        if (isTotal(key, group) && group.stream().allMatch(each -> sameValue(first, each))) {
            group.stream().skip(1).forEach(each -> repeated.add(each.cell()));
            group.retainAll(List.of(first));
        }
    }

    /** Returns whether figures cannot be added up, such as a whole and a part, or several words for one sex. */
    private static boolean isMixed(List<PlacedFigure> group) {
        boolean whole = group.stream().anyMatch(figure -> figure.collapsed().isEmpty());
        boolean part = group.stream().anyMatch(figure -> !figure.collapsed().isEmpty());
        long sexes = group.stream().map(figure -> figure.word("SEX")).distinct().count();
        Set<Boolean> forms = group.stream()
                .map(figure -> figure.word("EXPLOITATION").isEmpty())
                .collect(Collectors.toSet());
        return (whole && part)
                || forms.size() > 1
                || (sexes > 1 && List.of("F", "M").contains(group.get(0).key().get("SEX")));
    }

    private static boolean sameValue(PlacedFigure one, PlacedFigure other) {
        return one.value() == null
                ? other.value() == null
                : other.value() != null && one.value().compareTo(other.value()) == 0;
    }

    /** Returns whether several words name one total or the country. Figures with such words are not parts of a sum. */
    private boolean isTotal(MappedKey key, List<PlacedFigure> group) {
        for (Dimension dimension : dataflow.structure().dimensions()) {
            long words = group.stream()
                    .map(figure -> figure.word(dimension.id()))
                    .distinct()
                    .count();
            boolean total = !dimension.isTime()
                    && dimension
                            .codes()
                            .find(key.getOrDefault(dimension.id(), ""))
                            .filter(Code::isTotal)
                            .isPresent();
            if (words > 1 && (total || dimension == dataflow.structure().area())) {
                return true;
            }
        }
        return false;
    }

    private void sum(MappedKey key, List<PlacedFigure> parts) {
        List<Cell> cells = cells(parts);
        if (parts.stream().anyMatch(part -> part.value() == null) || isUnfinished(parts)) {
            gaps.add(cells);
            return;
        }
        BigDecimal sum = parts.stream().map(PlacedFigure::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        observations.add(new MappedObservation(dataflow.id(), key, sum, PlacedFigure.attributes(parts), cells));
    }

    /** Returns whether months or quarters do not form a whole year, and {@code TIME_COVERAGE} does not say so. */
    private static boolean isUnfinished(List<PlacedFigure> figures) {
        if (figures.get(0).collapsed().isEmpty() && figures.size() == 1) {
            return false;
        }
        List<String> parts = figures.stream()
                .flatMap(figure -> figure.collapsed().stream())
                .filter(PartOfYear::isPart)
                .toList();
        return !parts.isEmpty()
                && !PartOfYear.areWhole(parts)
                && !figures.get(0).attributes().containsKey("TIME_COVERAGE");
    }
}
