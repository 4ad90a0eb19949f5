package org.tipstats.mapping.guess;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tipstats.mapping.grid.NumberStyle;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.reading.Block;
import org.tipstats.mapping.reading.Block.Column;
import org.tipstats.mapping.reading.ColumnProfile;
import org.tipstats.mapping.reading.ColumnRole;
import org.tipstats.mapping.reading.ColumnRole.Kind;
import org.tipstats.mapping.reading.Periods;
import org.tipstats.mapping.reading.RegionLevels;
import org.tipstats.mapping.reading.RegionLevels.Levels;
import org.tipstats.mapping.reading.RowTree;
import org.tipstats.mapping.reading.SectionSums;
import org.tipstats.vocabulary.names.TableWords;

/** A table with the roles of its columns and, for each row, the words that say what its figures are. */
final class BlockReading {

    private final DecisionLog log;
    private final Block block;
    private final Map<Column, ColumnRole> roles;
    private final ColumnGuess guess;
    private final RowTree tree;
    private final Map<Kind, List<Column>> byKind = new EnumMap<>(Kind.class);
    private final Map<String, List<Column>> byComponent = new HashMap<>();
    private final Map<Column, Boolean> namesTotals = new HashMap<>();
    private final Map<Integer, List<Sheet.Row>> sections = new HashMap<>();
    private final Set<Integer> unclear = new HashSet<>();
    private final Areas areas;
    private Units units;
    private final List<Levels> regions;
    private final boolean hasUnclearRegions;

    BlockReading(GuessRequest request, DecisionLog log, Block found) {
        this.log = log;
        Map<Column, ColumnProfile> profiles = found.profiles();
        this.block = found.filledDown(profiles);
        this.guess = new ColumnGuess(request, log, block, block == found ? profiles : block.profiles());
        this.roles = guess.roles();
        this.tree = of(Kind.LABEL).isEmpty() ? RowTree.NONE : RowTree.of(block.body(), styles());
        this.areas = new Areas(request, log, this);
        this.regions = regions();
        this.hasUnclearRegions = regions.stream().anyMatch(Levels::isUnclear) || hasUnclearWhole();
        readSections();
    }

    /**
     * Compares the regions separately for each unit, because the rate of a province is not the sum of the rates of its
     * districts.
     */
    private List<Levels> regions() {
        if (of("REF_AREA").isEmpty()) {
            return List.of();
        }
        Map<List<String>, RegionLevels> regions = new HashMap<>();
        for (Sheet.Row row : block.body()) {
            if (!areas.isRegion(row)) {
                continue;
            }
            List<String> unit = of("UNIT_MEASURE").stream()
                    .map(column -> row.text(column.index()))
                    .toList();
            RegionLevels levels = regions.computeIfAbsent(unit, none -> new RegionLevels());
            for (Column column : values()) {
                if (!isIgnored(row, column)) {
                    areas.number(row, column)
                            .ifPresent(value -> levels.add(areas.name(row), areas.key(row, column), value));
                }
            }
        }
        return regions.values().stream().map(RegionLevels::find).toList();
    }

    /** Returns whether the table uses a name that may be the whole country or a region, together with other names. */
    private boolean hasUnclearWhole() {
        return areas.unclear().stream().anyMatch(name -> isUsed(name::equals) && isUsed(other -> !other.equals(name)));
    }

    private boolean isUsed(Predicate<String> wanted) {
        return of("REF_AREA").stream()
                .anyMatch(area -> block.body().stream()
                        .filter(row -> wanted.test(row.text(area.index())))
                        .anyMatch(row -> values().stream().anyMatch(column -> !isIgnored(row, column))));
    }

    /** Returns whether the submitter wants a cell to be left out. */
    boolean isIgnored(Sheet.Row row, Column column) {
        return log.answers().ignores(block.sheet().name(), row.line(), column.index());
    }

    /** Returns whether the row is a part of a region in the table, as a district is a part of its province. */
    boolean isPartOfRegion(Sheet.Row row) {
        return !regions.isEmpty()
                && regions.stream()
                        .anyMatch(levels ->
                                !levels.parts().isEmpty() && levels.parts().contains(areas.name(row)));
    }

    /** Returns whether regions may be parts of others or the whole country, so that they cannot be added up. */
    boolean hasUnclearRegions() {
        return hasUnclearRegions;
    }

    /** Reads rows with only text as titles of the rows below, up to the next such row or a total of all rows. */
    private void readSections() {
        List<Sheet.Row> current = List.of();
        boolean inTitle = false;
        SectionSums sums = new SectionSums(styles());
        for (Sheet.Row row : block.body()) {
            if (isTitle(row)) {
                current = inTitle
                        ? Stream.concat(current.stream(), Stream.of(row)).toList()
                        : List.of(row);
                inTitle = true;
                sums.begin();
            } else {
                inTitle = false;
                if (!isTotal(row)) {
                    sums.add(row);
                } else if (sums.isOfOtherRows(row)) {
                    boolean ofAll = sums.isOfAll(row);
                    current = ofAll ? List.of() : current;
                    unclear.addAll(ofAll ? Set.of() : Set.of(row.line()));
                }
            }
            sections.put(row.line(), current);
        }
    }

    private boolean isTitle(Sheet.Row row) {
        return isBlank(row, values())
                && !texts(row).isEmpty()
                && (isBlank(row, of("TIME_PERIOD"))
                        || texts(row).stream().distinct().count() == 1
                                && !Periods.isPeriod(texts(row).get(0)));
    }

    private static boolean isBlank(Sheet.Row row, List<Column> columns) {
        for (Column column : columns) {
            if (!row.text(column.index()).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    Block block() {
        return block;
    }

    Units units() {
        units = units == null ? new Units(log, this) : units;
        return units;
    }

    Areas areas() {
        return areas;
    }

    private Map<Integer, NumberStyle> styles() {
        Map<Integer, NumberStyle> styles = new LinkedHashMap<>();
        values().forEach(column -> styles.put(column.index(), style(column)));
        return styles;
    }

    NumberStyle style(Column column) {
        return guess.profile(column).style();
    }

    ColumnProfile profile(Column column) {
        return guess.profile(column);
    }

    Map<Column, ColumnRole> roles() {
        return roles;
    }

    List<Column> values() {
        return of(Kind.VALUE);
    }

    List<Column> of(Kind kind) {
        return byKind.computeIfAbsent(kind, none -> columns(role -> role.is(kind)));
    }

    private List<Column> columns(Predicate<ColumnRole> wanted) {
        return roles.entrySet().stream()
                .filter(entry -> wanted.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the ids of the decisions about the columns whose words may need an answer. */
    List<String> columnsOfWords() {
        return columns(role -> role.is(Kind.LABEL) || (role.is(Kind.COMPONENT) && !role.is("TIME_PERIOD"))).stream()
                .map(guess::id)
                .toList();
    }

    /** Returns the columns of a component; several if the table repeats it. */
    List<Column> of(String component) {
        return byComponent.computeIfAbsent(component, none -> columns(role -> role.is(component)));
    }

    /** Returns the names of a row: its texts in the columns of the kind {@code LABEL}. */
    List<String> labels(Sheet.Row row) {
        return of(Kind.LABEL).isEmpty()
                ? List.of()
                : of(Kind.LABEL).stream()
                        .map(column -> row.text(column.index()))
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    private static List<String> texts(Sheet.Row row) {
        return List.of(row.cells()).stream().filter(text -> !text.isEmpty()).toList();
    }

    /** Returns the rows that have the row as a part, nearest first. Their figures are the sums of their parts. */
    List<Sheet.Row> wholes(Sheet.Row row) {
        return tree.wholes(row);
    }

    /** Returns whether a column names its totals, so that a blank cell in it does not mean a total. */
    boolean namesTotals(Column column) {
        return namesTotals.computeIfAbsent(
                column,
                each -> profile(each).words().keySet().stream()
                        .anyMatch(word -> word.equals("_T")
                                || TableWords.all().kinds(word).contains("total")
                                || TableWords.all().kinds(word).contains("national")));
    }

    /** Returns whether a name of the row is a word for a total and nothing else. */
    boolean isTotal(Sheet.Row row) {
        return isTotal(row, of(Kind.LABEL)) || isTotal(row, of(Kind.COMPONENT));
    }

    private static boolean isTotal(Sheet.Row row, List<Column> columns) {
        for (Column column : columns) {
            if (TableWords.all().kinds(row.text(column.index())).contains("total")) {
                return true;
            }
        }
        return false;
    }

    List<Sheet.Row> parts(Sheet.Row row) {
        return tree.parts(row);
    }

    /** Returns whether the row is a total, but it is not clear of which rows. */
    boolean isUnclear(Sheet.Row row) {
        return unclear.contains(row.line());
    }

    /** Returns the title rows that apply to the row. */
    List<Sheet.Row> sections(Sheet.Row row) {
        return sections.getOrDefault(row.line(), List.of());
    }

    List<String> texts(List<Sheet.Row> rows) {
        return rows.stream().flatMap(row -> texts(row).stream()).toList();
    }
}
