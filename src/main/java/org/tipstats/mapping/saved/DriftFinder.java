package org.tipstats.mapping.saved;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.guess.Answers;
import org.tipstats.mapping.guess.Decision;
import org.tipstats.mapping.guess.Decision.Level;
import org.tipstats.mapping.guess.Guess;
import org.tipstats.mapping.reading.Block;
import org.tipstats.mapping.reading.Block.Column;
import org.tipstats.mapping.saved.Drift.Kind;
import org.tipstats.vocabulary.names.TableWords;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Compares a file with the file from which its mapping was made. */
final class DriftFinder {

    private static final String IGNORE = "ignore";
    /** Why left-out cells are not reported: they are not figures, or the submitter does not want them. */
    private static final Set<String> HARMLESS = Set.of("label", "ignored");
    /** The component of years. Years are not compared, because they differ from file to file. */
    private static final String TIME = "TIME_PERIOD";

    private final Mapping mapping;
    private final Guess guess;
    private final Answers more;
    private final TableTitles titles;
    private final MinorNames minors;
    private final List<Drift> drifts = new ArrayList<>();
    private final Set<String> knownWords = new HashSet<>();
    private final Set<String> used = new HashSet<>();
    /** The cells left out for other reasons than {@link #HARMLESS}; empty if questions or refusals explain them. */
    private final Set<String> unused = new HashSet<>();

    private final Set<String> usedTexts = new HashSet<>();
    private final Map<String, List<String>> leftTexts = new HashMap<>();

    private DriftFinder(Mapping mapping, Guess guess, Answers more, TableTitles titles, MinorNames minors) {
        this.mapping = mapping;
        this.guess = guess;
        this.more = more;
        this.titles = titles;
        this.minors = minors;
        if (guess.questions().isEmpty() && guess.refusals().isEmpty()) {
            guess.ledger()
                    .leftOut(reason -> !HARMLESS.contains(reason))
                    .values()
                    .forEach(unused::addAll);
        }
        if (!unused.isEmpty()) {
            guess.observations().forEach(observation -> used.addAll(observation.cells()));
        }
        mapping.words()
                .forEach((component, words) -> words.keySet()
                        .forEach(word -> knownWords.add(Answers.normal("word:" + component + ":" + word))));
    }

    static List<Drift> find(
            Mapping mapping,
            Map<Block, TableReading> tables,
            List<Block> blocks,
            Guess guess,
            Answers more,
            SchemaRegistry schemas) {
        TableTitles titles = new TableTitles(mapping.targets().stream()
                .flatMap(id -> schemas.dataflow(id).stream())
                .toList());
        DriftFinder finder = new DriftFinder(mapping, guess, more, titles, MinorNames.of(mapping, tables));
        finder.compareTables(tables, blocks);
        finder.compareWords(schemas);
        guess.decisions().forEach(finder::compare);
        if (MinorNames.haveOtherAges(mapping, guess)
                && more.value(MappingMaker.AGES).isEmpty()) {
            finder.add(Kind.OTHER_AGES, MappingMaker.AGES, List.of());
        }
        guess.faults().forEach(fault -> finder.add(Kind.OTHER_CHANGE, fault.value(), List.of()));
        return finder.drifts;
    }

    private void add(Kind kind, String text, List<String> cells) {
        Drift drift = new Drift(kind, text, cells);
        if (!drifts.contains(drift)) {
            drifts.add(drift);
        }
    }

    private void compareTables(Map<Block, TableReading> tables, List<Block> blocks) {
        for (Block block : blocks) {
            TableReading table = tables.get(block);
            String range = block.range().toString();
            if (table == null) {
                add(Kind.NEW_TABLE, range, List.of(range));
                continue;
            }
            boolean moved = block.range().firstLine() != firstLine(table);
            if (moved) {
                add(Kind.MOVED, table.range(), List.of(range));
            }
            compareTitles(block, table);
            compareColumns(block, table);
            compareRows(block, table);
            compareUse(block, table);
        }
        minors.added().forEach((name, cell) -> add(Kind.NEW_WORD, name, List.of(cell)));
        mapping.tables().stream()
                .filter(table -> !tables.containsValue(table))
                .forEach(table -> add(Kind.TABLE_GONE, table.range(), List.of()));
    }

    private static int firstLine(TableReading table) {
        return CellRange.parse(table.range()).map(CellRange::firstLine).orElse(0);
    }

    private void compareTitles(Block block, TableReading table) {
        if (table.titles() == null) {
            return;
        }
        Map<String, String> present = titles.of(block);
        Set<String> before = new LinkedHashSet<>(table.titles());
        titles.beside(present.keySet(), before)
                .forEach(title -> add(Kind.NEW_TITLE, title, List.of(present.get(title))));
        titles.beside(before, present.keySet()).forEach(title -> add(Kind.TITLE_GONE, title, List.of()));
    }

    private void compareColumns(Block block, TableReading table) {
        List<String> roles = table.rolesOf(block);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < roles.size(); i++) {
            Column column = block.columns().get(i);
            names.add(TableReading.nameOf(column));
            if (roles.get(i) == null) {
                String cell = block.address(column);
                boolean used = guess.decisions().stream()
                        .anyMatch(each -> each.id().equals("column:" + cell)
                                && !IGNORE.equals(each.value())
                                && more.value(each.id()).isEmpty());
                add(used ? Kind.NEW_COLUMN : Kind.OTHER_COLUMN, column.name(), List.of(cell));
            }
        }
        for (int i = 0; i < table.headers().size(); i++) {
            if (!names.contains(table.headers().get(i))) {
                boolean used = !table.roles().get(i).equals(IGNORE);
                add(used ? Kind.COLUMN_GONE : Kind.OTHER_COLUMN, table.headers().get(i), List.of());
            }
        }
    }

    /**
     * Reports names of rows that are gone. If the table has no total, nobody would notice that their figures are
     * missing.
     */
    private void compareRows(Block block, TableReading table) {
        Set<String> gone = new LinkedHashSet<>(table.used());
        for (int i = 0; i < block.body().size() && !gone.isEmpty(); i++) {
            gone.removeAll(List.of(block.body().get(i).cells()));
        }
        for (String name : gone) {
            Set<String> kinds = TableWords.all().kinds(name);
            boolean total = kinds.contains("total") || kinds.contains("national") || minors.isGone(name);
            add(total ? Kind.TOTAL_GONE : Kind.WORD_GONE, name, List.of());
        }
    }

    /** Reports names of rows that the mapping used, if all figures of these rows are now left out. */
    private void compareUse(Block block, TableReading table) {
        if (unused.isEmpty()) {
            return;
        }
        for (Sheet.Row row : block.body()) {
            List<String> cells = block.columns().stream()
                    .map(column -> block.sheet().address(row.line(), column.index()))
                    .toList();
            boolean isUsed = cells.stream().anyMatch(used::contains);
            List<String> left = cells.stream().filter(unused::contains).toList();
            for (String text : row.cells()) {
                if (isUsed) {
                    usedTexts.add(normal(text));
                } else if (!left.isEmpty()) {
                    leftTexts
                            .computeIfAbsent(normal(text), none -> new ArrayList<>())
                            .addAll(left);
                }
            }
        }
        table.used().forEach(name -> leftOut(name).ifPresent(cells -> add(Kind.LEFT_OUT, name, cells)));
    }

    private static String normal(String text) {
        return Answers.normal("word::" + text);
    }

    /**
     * Returns the cells of the left-out figures in the rows with this text, in the tables compared so far. Empty if one
     * of these rows has a used figure, or if they have no left-out figure.
     */
    private Optional<List<String>> leftOut(String text) {
        String normal = normal(text);
        return Optional.ofNullable(leftTexts.get(normal)).filter(cells -> !usedTexts.contains(normal));
    }

    private void compareWords(SchemaRegistry schemas) {
        Set<String> present = new TreeSet<>();
        guess.decisions().forEach(each -> present.add(Answers.normal(each.id())));
        mapping.words()
                .forEach((component, codes) -> codes.forEach((word, code) -> {
                    boolean year = component.equals(TIME);
                    if (!year && !present.contains(Answers.normal("word:" + component + ":" + word))) {
                        Optional<List<String>> left = leftOut(word);
                        Kind gone = isTotal(schemas, component, code) || minors.isGone(word)
                                ? Kind.TOTAL_GONE
                                : Kind.WORD_GONE;
                        add(left.isPresent() ? Kind.LEFT_OUT : gone, word, left.orElse(List.of()));
                    }
                }));
    }

    private static boolean isTotal(SchemaRegistry schemas, String component, String code) {
        return schemas.reported().stream()
                .flatMap(dataflow -> dataflow.structure().dimension(component).stream())
                .filter(dimension -> !dimension.isTime())
                .flatMap(dimension -> dimension.codes().find(code).stream())
                .anyMatch(Code::isTotal);
    }

    private void compare(Decision decision) {
        if (more.value(decision.id()).isPresent()) {
            return;
        }
        String text = decision.id().substring(decision.id().indexOf(':') + 1);
        switch (decision.kind()) {
            case "word" -> compareWord(decision, text);
            case "marker" -> {
                if (!mapping.choices().containsKey(decision.id())) {
                    add(Kind.NEW_MARKER, text, decision.cells());
                }
            }
            case IGNORE, "title" -> {
                if (decision.isOpen()) {
                    boolean row = decision.kind().equals(IGNORE);
                    add(row ? Kind.NEW_ROW : Kind.NEW_TITLE, row ? text.split(":")[0] : text, decision.cells());
                }
            }
            case "measure", "unit", "coverage", "dataflow" -> {
                if (decision.isOpen()) {
                    add(Kind.OTHER_CHANGE, decision.id(), decision.cells());
                }
            }
            default -> {
                // Columns are compared with their tables, and the submitter gives the year of each file.
            }
        }
    }

    /** @param text the component and the word, with a colon between them */
    private void compareWord(Decision decision, String text) {
        boolean known = knownWords.contains(Answers.normal(decision.id()));
        String word = text.substring(text.indexOf(':') + 1);
        if (!known && !text.startsWith(TIME + ":") && !minors.added().containsKey(word)) {
            boolean certain = !decision.isOpen() && decision.level() == Level.SURE;
            add(certain ? Kind.KNOWN_WORD : Kind.NEW_WORD, word, decision.cells());
        }
    }
}
