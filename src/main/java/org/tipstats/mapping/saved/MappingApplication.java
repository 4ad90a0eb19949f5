package org.tipstats.mapping.saved;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.guess.Answers;
import org.tipstats.mapping.guess.Guess;
import org.tipstats.mapping.guess.GuessRequest;
import org.tipstats.mapping.guess.Guesser;
import org.tipstats.mapping.reading.Block;
import org.tipstats.mapping.reading.Block.Column;
import org.tipstats.mapping.reading.FileTables;
import org.tipstats.mapping.reading.FileTables.FileTable;
import org.tipstats.mapping.reading.Periods;
import org.tipstats.mapping.saved.TableReading.RowRule;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * A mapping applied to a file.
 *
 * @param guess the guess, with the questions that the mapping does not answer
 * @param drifts what changed since the mapping was made
 */
public record MappingApplication(Guess guess, List<Drift> drifts) {

    private static final int MOST_ROUNDS = 5;

    public MappingApplication {
        drifts = List.copyOf(drifts);
    }

    /**
     * Returns whether there are no questions, refusals, faults, numbers that are not understood, or harmful changes.
     */
    public boolean isComplete() {
        return guess.questions().isEmpty()
                && guess.refusals().isEmpty()
                && guess.faults().isEmpty()
                && guess.ledger().notUnderstood().isEmpty()
                && drifts.stream().noneMatch(Drift::isHarmful);
    }

    /** Returns whether a mapping was made for files like this one: the file has every table of the mapping. */
    public static boolean fits(Mapping mapping, Grid grid) {
        List<FileTable> found = located(mapping, grid, Answers.NONE).found().tables();
        return !mapping.tables().isEmpty()
                && mapping.tables().stream()
                        .allMatch(table -> found.stream().anyMatch(each -> table.fits(each.found())));
    }

    /**
     * Applies a mapping.
     *
     * @param more answers to questions that the mapping leaves open, and constants for this file; they replace those of
     *     the mapping
     */
    public static MappingApplication of(Mapping mapping, Grid grid, SchemaRegistry schemas, Answers more) {
        Located located = located(mapping, grid, more);
        Map<Block, TableReading> tables = new LinkedHashMap<>();
        for (FileTable table : located.found().tables()) {
            if (located.matched().containsKey(table.found())) {
                tables.put(table.block(), located.matched().get(table.found()));
            }
        }
        Answers answers = new Translation(mapping, tables).answers(located.answers());
        Code area = area(mapping, schemas, more);
        Guess guess =
                Guesser.guess(grid, located.found(), new GuessRequest(schemas, area, null, answers, ages(mapping)));
        return new MappingApplication(
                guess, DriftFinder.find(mapping, tables, located.found().blocks(), guess, more, schemas));
    }

    /**
     * Returns the saved answer about the ages of women and men. What sums of the file prove takes precedence over this
     * answer.
     */
    private static Map<String, String> ages(Mapping mapping) {
        String ages = mapping.choices().get(MappingMaker.AGES);
        return ages == null || ages.equals(MappingMaker.SUMS) ? Map.of() : Map.of(MappingMaker.AGES, ages);
    }

    /** Returns the area that reports: the constant for this file, or else the area of the mapping; or null. */
    private static Code area(Mapping mapping, SchemaRegistry schemas, Answers more) {
        String component = schemas.reported().get(0).structure().area().id();
        String id = more.params().getOrDefault(component, mapping.area());
        return id == null ? null : schemas.areas().find(id).orElse(null);
    }

    /** The tables of a file, the answers that place them, and the tables of the mapping that match them. */
    private record Located(FileTables found, Answers answers, Map<Block, TableReading> matched) {}

    private static Located located(Mapping mapping, Grid grid, Answers more) {
        FileTables found = FileTables.of(grid, more.values());
        Located located = new Located(found, more, match(mapping, found));
        // A table may be cut off from another table, and is found only after the other table has moved. This takes
        // several rounds.
        for (int i = 0; i < MOST_ROUNDS; i++) {
            Answers next = withLayouts(more, located.matched());
            if (next.equals(located.answers())) {
                break;
            }
            found = found.with(next.values());
            located = new Located(found, next, match(mapping, found));
        }
        return located;
    }

    /** Returns the answers, and further answers that place the tables of the mapping. */
    private static Answers withLayouts(Answers more, Map<Block, TableReading> tables) {
        Map<String, String> values = new TreeMap<>();
        tables.forEach((block, table) -> {
            if (table.adjusted() != null) {
                values.putAll(table.adjusted().answers(block));
            }
        });
        values.putAll(more.values());
        return new Answers(values, more.dataflows(), more.ignored(), more.params());
    }

    /**
     * Matches each table of the mapping with the table of the file that shares most names with it. Searches the sheet
     * of the same name first, then sheets whose names have another year.
     */
    private static Map<Block, TableReading> match(Mapping mapping, FileTables found) {
        Map<Block, TableReading> matched = new LinkedHashMap<>();
        for (boolean otherYear : List.of(false, true)) {
            for (TableReading table : mapping.tables()) {
                if (!matched.containsValue(table)) {
                    found.tables().stream()
                            .map(FileTable::found)
                            .filter(block -> otherYear
                                    || table.sheet().equals(block.sheet().name()))
                            .filter(block -> table.fits(block) && !matched.containsKey(block))
                            .max(Comparator.comparingDouble(table::overlap))
                            .ifPresent(block -> matched.put(block, table));
                }
            }
        }
        return matched;
    }

    /** Turns the words of a mapping into answers about positions in a file. */
    private static final class Translation {

        private final Mapping mapping;
        private final Map<Block, TableReading> tables;
        private final Map<String, String> values = new TreeMap<>();
        private final Map<CellRange, List<String>> parts = new LinkedHashMap<>();
        private final List<CellRange> ignored = new ArrayList<>();

        Translation(Mapping mapping, Map<Block, TableReading> tables) {
            this.mapping = mapping;
            this.tables = tables;
        }

        Answers answers(Answers more) {
            mapping.choices().forEach((id, value) -> values.put(Answers.normal(id), value));
            values.remove(MappingMaker.AGES);
            mapping.words()
                    .forEach((component, codes) -> codes.forEach(
                            (word, code) -> values.put(Answers.normal("word:" + component + ":" + word), code)));
            if (mapping.dataflows().size() == 1) {
                values.put("dataflow", mapping.dataflows().get(0));
            }
            tables.forEach(this::translate);
            values.putAll(more.values());
            ignored.addAll(more.ignored());
            parts.putAll(more.dataflows());
            Map<String, String> constants = new HashMap<>(mapping.constants());
            constants.putAll(more.params());
            return new Answers(values, parts, ignored, constants);
        }

        private void translate(Block block, TableReading table) {
            List<String> roles = table.rolesOf(block);
            for (int i = 0; i < roles.size(); i++) {
                Column column = block.columns().get(i);
                boolean lines = block.sheet().addressing() == Sheet.Addressing.LINES;
                if (roles.get(i) != null) {
                    values.put("column:" + (lines ? column.lowest() : block.address(column)), roles.get(i));
                    List.of(column.name(), column.lowest()).forEach(this::countsAll);
                }
            }
            table.rows().forEach(rule -> translate(block, rule));
            if (table.titles() != null) {
                table.titles().forEach(this::countsAll);
            }
        }

        private void countsAll(String title) {
            values.putIfAbsent(Answers.normal("title:" + Periods.without(title)), "all");
        }

        private void translate(Block block, RowRule rule) {
            for (CellRange range : ranges(block, rule.rowsOf(block))) {
                if (rule.isIgnore()) {
                    ignored.add(range);
                } else {
                    parts.put(range, rule.as());
                }
            }
        }

        /** Returns the ranges of rows, one for each run of rows that follow each other. */
        private static List<CellRange> ranges(Block block, List<Sheet.Row> rows) {
            CellRange whole = block.range();
            List<CellRange> ranges = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                int first = rows.get(i).line();
                while (i + 1 < rows.size()
                        && rows.get(i + 1).line() == rows.get(i).line() + 1) {
                    i++;
                }
                ranges.add(whole.lines(first, rows.get(i).line()));
            }
            return ranges;
        }
    }
}
