package org.tipstats.mapping.guess;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.guess.Decision.Level;
import org.tipstats.mapping.guess.Decision.Reason;
import org.tipstats.mapping.meaning.HeaderNames;
import org.tipstats.mapping.meaning.Series;
import org.tipstats.mapping.reading.Block.Column;
import org.tipstats.mapping.reading.RegionProof;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.names.KnownWords;
import org.tipstats.vocabulary.names.TableWords;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Finds out what a file counts, unless the submitter has named the dataflow. Known series of the SDG indicator 16.2.2
 * in the cells decide it; otherwise the submitter is asked. The name of the file and the number of an indicator, such
 * as "16.2.2", prove nothing.
 */
final class Subject {

    private static final int MOST_TEXTS = 20_000;
    private static final String AREA = "REF_AREA";
    private static final int LONGEST_CODE = 3;

    private final GuessRequest request;
    private final DecisionLog log;
    private final boolean trafficking;
    private final Map<String, Integer> kinds = new LinkedHashMap<>();
    private final boolean victimSeries;
    private Dataflow whole;
    private boolean isNamedCountry;

    Subject(GuessRequest request, DecisionLog log, Grid grid) {
        this.request = request;
        this.log = log;
        this.whole = request.dataflow();
        boolean found = false;
        boolean series = false;
        int texts = 0;
        Map<String, Boolean> seen = new LinkedHashMap<>();
        for (Sheet sheet : grid.sheets()) {
            found |= TableWords.all().mentions("trafficking", sheet.title());
            count(sheet.title());
            for (Sheet.Row row : sheet.rows()) {
                for (String cell : row.cells()) {
                    if (cell.length() > 1 && texts < MOST_TEXTS && seen.putIfAbsent(cell, true) == null) {
                        texts++;
                        found |= TableWords.all().mentions("trafficking", cell);
                        series |= Series.form(cell).isPresent();
                        count(cell);
                    }
                }
            }
        }
        this.trafficking = found || series;
        this.victimSeries = series;
    }

    private void count(String text) {
        for (String kind : List.of("victims", "cases", "persons", "convicted", "prosecuted")) {
            if (TableWords.all().mentions(kind, text)) {
                kinds.merge(kind, 1, Integer::sum);
            }
        }
    }

    /** Returns whether any text of the file mentions trafficking in persons, or is a known series. */
    boolean isTrafficking() {
        return trafficking;
    }

    /**
     * Returns the dataflows that the cell belongs to; empty if the submitter chose other cells, or while it is not
     * known what the file counts.
     */
    List<Dataflow> of(String sheet, int line, int column) {
        Answers answers = log.answers();
        if (!answers.dataflows().isEmpty()) {
            return answers.dataflows().entrySet().stream()
                    .filter(entry -> entry.getKey().contains(sheet, line, column))
                    .flatMap(entry -> entry.getValue().stream())
                    .flatMap(id -> request.schemas().dataflow(id).stream())
                    .toList();
        }
        return whole().map(List::of).orElse(List.of());
    }

    /** Returns whether the cell belongs to a dataflow, or may do so because it is not known what the file counts. */
    boolean includes(Dataflow dataflow, String sheet, int line, int column) {
        if (log.answers().dataflows().isEmpty()) {
            return whole == null || whole.equals(dataflow);
        }
        return of(sheet, line, column).contains(dataflow);
    }

    /** Returns all dataflows that cells may belong to. */
    List<Dataflow> all() {
        Answers answers = log.answers();
        return answers.dataflows().isEmpty()
                ? whole().map(List::of).orElse(List.of())
                : answers.dataflows().values().stream()
                        .flatMap(List::stream)
                        .distinct()
                        .flatMap(id -> request.schemas().dataflow(id).stream())
                        .toList();
    }

    private Optional<Dataflow> whole() {
        if (whole != null) {
            return Optional.of(whole);
        }
        List<String> choices =
                new ArrayList<>(request.dataflows().stream().map(Dataflow::id).toList());
        String likely = likely();
        Level level = victimSeries ? Level.SURE : Level.ASK;
        Reason reason = victimSeries ? Reason.CODE : Reason.UNKNOWN;
        String value = log.decide(
                Decision.of("dataflow", List.of(), likely, level, reason).withAlternatives(choices));
        whole = value == null ? null : request.schemas().dataflow(value).orElse(null);
        return Optional.ofNullable(whole);
    }

    private String likely() {
        if (victimSeries || kinds.containsKey("victims")) {
            return "VICTIMS";
        }
        if (kinds.containsKey("cases")) {
            return "OFFENCES";
        }
        return kinds.isEmpty() ? null : "PERSONS";
    }

    /** Returns the tables with figures. */
    static List<BlockReading> counted(List<BlockReading> tables) {
        return tables.stream().filter(table -> !table.values().isEmpty()).toList();
    }

    /**
     * Returns whether regions prove that a table has counts: the figures of the regions add up as only counts do, and
     * no word gives a unit or a multiple such as thousands.
     */
    static boolean isProvedByRegions(BlockReading table) {
        if (!table.units().isUnnamed() || table.block().body().stream().noneMatch(row -> isRegion(table, row))) {
            return false;
        }
        List<String> names = new ArrayList<>(table.texts(table.block().titles()));
        table.values().forEach(column -> names.addAll(column.header()));
        table.block().body().stream()
                .filter(row -> !isRegion(table, row))
                .forEach(row -> names.addAll(table.labels(row)));
        return names.stream().noneMatch(name -> KnownWords.hasMultiple(name) && !Units.isRate(name))
                && regionsAddUp(table);
    }

    private static boolean regionsAddUp(BlockReading table) {
        RegionProof proof = new RegionProof();
        String whole = "";
        for (Sheet.Row row : table.block().body()) {
            if (isCompared(table, row)) {
                boolean region = isRegion(table, row);
                whole = region ? whole : String.valueOf(row.line());
                for (Column column : table.values()) {
                    List<String> key = table.areas().key(row, column);
                    key.set(key.size() - 1, table.of(AREA).isEmpty() ? whole : "");
                    table.areas().number(row, column).ifPresent(value -> proof.add(region, key, column.name(), value));
                }
            }
        }
        return proof.isProved();
    }

    /**
     * Returns whether a row has figures, but no subtotals or rates, and its area, if any, is the country or a region
     * that is not a part of another region.
     */
    private static boolean isCompared(BlockReading table, Sheet.Row row) {
        boolean other = table.labels(row).stream()
                .anyMatch(label -> HeaderNames.otherFigures(label).isPresent() || Areas.isSubtotal(label));
        boolean placed = table.of(AREA).isEmpty()
                || (isRegion(table, row) ? !table.isPartOfRegion(row) : areNational(table, row));
        return !other
                && placed
                && table.values().stream()
                        .anyMatch(column -> !row.text(column.index()).isEmpty());
    }

    private static boolean isRegion(BlockReading table, Sheet.Row row) {
        return table.of(AREA).isEmpty()
                ? table.labels(row).stream().anyMatch(Areas::isRegion)
                : table.areas().isRegion(row);
    }

    private static boolean areNational(BlockReading table, Sheet.Row row) {
        return table.of(AREA).stream().allMatch(column -> table.areas().isNational(row.text(column.index())));
    }

    /** Returns whether a column of areas names the country, and is filled in all rows with counts. */
    private boolean namesCountry(BlockReading table) {
        if (table.of(AREA).isEmpty()) {
            return false;
        }
        List<Sheet.Row> figures = table.block().body().stream()
                .filter(row -> table.units().reason(row) == null)
                .filter(row -> table.values().stream()
                        .anyMatch(column -> !row.text(column.index()).isEmpty() && !table.isIgnored(row, column)))
                .toList();
        return table.of(AREA).stream()
                .map(column ->
                        figures.stream().map(row -> row.text(column.index())).collect(Collectors.toSet()))
                .anyMatch(words -> !words.contains("") && namesCountry(table, words));
    }

    /** Returns whether one of the areas of a table is the country, and not a region with the same name. */
    private boolean namesCountry(BlockReading table, Set<String> areas) {
        List<String> names = areas.stream()
                .filter(area -> namesCountry(area) && table.areas().isNational(area))
                .toList();
        long regions =
                areas.stream().filter(area -> !table.areas().isNational(area)).count();
        boolean certain = regions < Areas.FEWEST_REGIONS
                || names.stream().anyMatch(name -> name.length() <= LONGEST_CODE || !Areas.isOwn(request, name));
        return !names.isEmpty() && (certain || regionsAddUp(table));
    }

    /**
     * Returns whether all tables with figures name the country, and the submitter has not answered whether these
     * figures are those of the whole country. Rows of regions are then left out, because the regions of a table may not
     * be all regions of the country, so their sum may not be the country's figure.
     */
    boolean isNamedCountry() {
        return isNamedCountry;
    }

    /** Returns whether a text names the country, or the whole of the country, such as Total All India. */
    private boolean namesCountry(String text) {
        boolean whole = TableWords.all().kinds(text).contains("national");
        List<String> words = List.of(CellText.fold(text).split("[^\\p{L}]+"));
        return Areas.namesOwn(request, text)
                || (whole
                        && IntStream.range(0, words.size())
                                .mapToObj(i -> Stream.of(words.subList(i, words.size()), words.subList(0, i)))
                                .flatMap(parts -> parts.map(part -> String.join(" ", part)))
                                .anyMatch(part -> !part.isEmpty() && Areas.isOwn(request, part)));
    }

    /** Returns whether the figures are those of the whole country; empty while this is not known. */
    Optional<Boolean> isNational(List<BlockReading> tables) {
        List<BlockReading> counted = counted(tables);
        boolean named = !counted.isEmpty() && counted.stream().allMatch(this::namesCountry);
        isNamedCountry = named && log.answers().value("coverage").isEmpty();
        Decision guess = named
                ? Decision.of("coverage", List.of(), "national", Level.SURE, Reason.NAME)
                : Decision.of("coverage", List.of(), "national", Level.ASK, Reason.UNKNOWN);
        String value = log.decide(guess.withAlternatives(List.of("national", "part")));
        return Optional.ofNullable(value).map("national"::equals);
    }
}
