package org.tipstats.mapping.guess;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.tipstats.mapping.grid.NumberStyle;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.reading.Block;
import org.tipstats.mapping.reading.Block.Column;
import org.tipstats.mapping.reading.ColumnProfile;
import org.tipstats.mapping.reading.ColumnRole;
import org.tipstats.mapping.reading.ColumnRole.Kind;
import org.tipstats.mapping.reading.RegionTotals;
import org.tipstats.mapping.reading.RowTree;
import org.tipstats.mapping.reading.SectionSums;
import org.tipstats.vocabulary.names.TableWords;

/** A table with the roles of its columns and, for each row, the words that say what its figures are. */
final class BlockReading {

    /** Fewest regions with which their sum is compared with the country. */
    private static final int FEWEST_REGIONS = 3;

    private final Block block;
    private final Map<Column, ColumnRole> roles;
    private final ColumnGuess guess;
    private final RowTree tree;
    private final Map<Kind, List<Column>> byKind = new EnumMap<>(Kind.class);
    private final Map<String, List<Column>> byComponent = new HashMap<>();
    private final Map<Column, Boolean> namesTotals = new HashMap<>();
    private final Map<Integer, List<Sheet.Row>> sections = new HashMap<>();
    private final Set<Integer> unclear = new HashSet<>();
    private final Set<String> nationalNames;
    private final boolean ofCountries;
    private final boolean ownNameIsPart;

    BlockReading(GuessRequest request, DecisionLog log, Block found) {
        this.block = found.filledDown();
        this.guess = new ColumnGuess(request, log, block);
        this.roles = guess.roles();
        this.tree = of(Kind.LABEL).isEmpty() ? RowTree.NONE : RowTree.of(block.body(), styles());
        this.ofCountries = isOfCountries(request);
        this.nationalNames = nationalNames(request);
        this.ownNameIsPart = !ofCountries && isOwnNamePart(request);
        readSections();
    }

    /**
     * Returns whether the name of the country is also the name of one of its regions, such as Mexico: its figures are
     * then smaller than those of the other regions together.
     */
    private boolean isOwnNamePart(GuessRequest request) {
        BigDecimal own = BigDecimal.ZERO;
        BigDecimal others = BigDecimal.ZERO;
        Set<String> regions = new HashSet<>();
        for (Column area : of("REF_AREA")) {
            for (Sheet.Row row : block.body()) {
                String word = row.text(area.index());
                BigDecimal sum = values().stream()
                        .flatMap(column -> style(column).parse(row.text(column.index())).stream())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                if (Areas.isNational(request, word)) {
                    own = own.add(sum);
                } else {
                    others = others.add(sum);
                    regions.add(word);
                }
            }
        }
        return regions.size() >= FEWEST_REGIONS && own.compareTo(others) < 0;
    }

    /** Returns whether a word in a column of areas means the whole country. */
    boolean isNational(GuessRequest request, String word) {
        if (ofCountries) {
            return Areas.isOwn(request, word);
        }
        return nationalNames.contains(word)
                || (Areas.isNational(request, word)
                        && !(ownNameIsPart && !word.isEmpty() && Areas.isOwn(request, word)));
    }

    /** Returns whether the table is about several countries, so that a name that nobody knows is no region. */
    private boolean isOfCountries(GuessRequest request) {
        return of("REF_AREA").stream()
                .anyMatch(column -> HeaderNames.isGeo(column.lowest())
                        || Areas.areCountries(request, profile(column).words().keySet()));
    }

    /** Returns whether a word in a column of areas means another country, or a group of countries. */
    boolean isAbroad(GuessRequest request, String word) {
        return ofCountries || Areas.other(request, word).isPresent();
    }

    /** Returns the names in a column of areas whose figures are the sums of the figures of all regions. */
    private Set<String> nationalNames(GuessRequest request) {
        RegionTotals regions = new RegionTotals();
        Set<String> totals = new HashSet<>();
        for (Column area : of("REF_AREA")) {
            for (Sheet.Row row : block.body()) {
                String name = row.text(area.index());
                if (Areas.isTotal(name)) {
                    totals.add(name);
                }
                if (!Areas.isNational(request, name)
                        && Areas.other(request, name).isEmpty()) {
                    add(regions, row, name);
                }
            }
        }
        return regions.wholes(totals);
    }

    private void add(RegionTotals regions, Sheet.Row row, String name) {
        List<String> others = roles.entrySet().stream()
                .filter(entry ->
                        entry.getValue().is(Kind.COMPONENT) && !entry.getValue().is("REF_AREA"))
                .map(entry -> row.text(entry.getKey().index()))
                .toList();
        for (Column column : values()) {
            List<String> key = joined(others, column.name());
            style(column).parse(row.text(column.index())).ifPresent(value -> regions.add(name, key, value));
        }
    }

    /** Rows of text alone are titles of the rows below them, up to the next such row, or to a total of all. */
    private void readSections() {
        List<Sheet.Row> current = List.of();
        boolean inTitle = false;
        SectionSums sums = new SectionSums(styles());
        for (Sheet.Row row : block.body()) {
            if (isTitle(row)) {
                current = inTitle ? joined(current, row) : List.of(row);
                inTitle = true;
                sums.begin();
            } else {
                inTitle = false;
                if (isTotal(row) && sums.isOfOtherRows(row)) {
                    boolean ofAll = sums.isOfAll(row);
                    current = ofAll ? List.of() : current;
                    unclear.addAll(ofAll ? Set.of() : Set.of(row.line()));
                }
                if (!isTotal(row)) {
                    sums.add(row);
                }
            }
            sections.put(row.line(), current);
        }
    }

    private boolean isTitle(Sheet.Row row) {
        boolean dated = of("TIME_PERIOD").stream()
                .anyMatch(column -> !row.text(column.index()).isEmpty());
        return !dated
                && !texts(row).isEmpty()
                && values().stream().allMatch(column -> row.text(column.index()).isEmpty());
    }

    private static <T> List<T> joined(List<T> rows, T next) {
        List<T> all = new ArrayList<>(rows);
        all.add(next);
        return List.copyOf(all);
    }

    Block block() {
        return block;
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

    /** Returns the names of a row in the columns whose words show the component. */
    List<String> labels(Sheet.Row row) {
        return of(Kind.LABEL).stream()
                .map(column -> row.text(column.index()))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static List<String> texts(Sheet.Row row) {
        return List.of(row.cells()).stream().filter(text -> !text.isEmpty()).toList();
    }

    /** Returns the rows that the row is a part of, nearest first: their figures are the sums of their parts. */
    List<Sheet.Row> wholes(Sheet.Row row) {
        return tree.wholes(row);
    }

    /** Returns whether a column names its totals, so that a blank cell in it is no total. */
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
        return roles.entrySet().stream()
                .filter(entry ->
                        entry.getValue().is(Kind.LABEL) || entry.getValue().is(Kind.COMPONENT))
                .map(entry -> row.text(entry.getKey().index()))
                .anyMatch(name -> TableWords.all().kinds(name).contains("total"));
    }

    /** Returns the rows that are parts of the row. */
    List<Sheet.Row> parts(Sheet.Row row) {
        return tree.parts(row);
    }

    /** Returns whether the row is a total of which nobody can say what it is the total of. */
    boolean isUnclear(Sheet.Row row) {
        return unclear.contains(row.line());
    }

    /** Returns the rows of text alone that stand above the row. */
    List<Sheet.Row> sections(Sheet.Row row) {
        return sections.getOrDefault(row.line(), List.of());
    }

    List<String> texts(List<Sheet.Row> rows) {
        return rows.stream().flatMap(row -> texts(row).stream()).toList();
    }
}
