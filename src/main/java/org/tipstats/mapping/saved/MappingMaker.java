package org.tipstats.mapping.saved;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.guess.Answers;
import org.tipstats.mapping.guess.Decision;
import org.tipstats.mapping.guess.Guess;
import org.tipstats.mapping.meaning.AdultProof;
import org.tipstats.mapping.reading.Block;
import org.tipstats.mapping.reading.Block.Column;
import org.tipstats.mapping.reading.FileTables;
import org.tipstats.mapping.reading.FileTables.FileTable;
import org.tipstats.mapping.saved.TableReading.Adjusted;
import org.tipstats.mapping.saved.TableReading.RowRule;

/** Makes a mapping of the decisions about a file. */
public final class MappingMaker {

    private static final String IGNORE = "ignore";
    private static final String VALUE = "OBS_VALUE";
    private static final String TIME = "TIME_PERIOD";

    /** The decision about the ages of women and men. */
    static final String AGES = "ages";

    /** The choice that women and men are adults because sums prove it. Sums of later files must prove it again. */
    static final String SUMS = "sums";

    private static final int MAX_NAMES = 2_000;

    private final Answers answers;
    private final Set<String> usedCells = new HashSet<>();
    private final SortedMap<String, String> columns = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, String>> words = new TreeMap<>();
    private final SortedMap<String, String> choices = new TreeMap<>();
    private final Set<String> parameters = new TreeSet<>();
    private final List<String> dataflows = new ArrayList<>();

    private MappingMaker(Answers answers) {
        this.answers = answers;
    }

    /**
     * Returns the mapping of a guess. Leaves out open questions.
     *
     * @param area the area that reports; null if it is not known
     */
    public static Mapping of(Grid grid, String area, Answers answers, Guess guess) {
        FileTables found = FileTables.of(grid, answers.values());
        MappingMaker maker = new MappingMaker(answers.in(found));
        guess.observations().forEach(each -> maker.usedCells.addAll(each.cells()));
        guess.decisions().stream().filter(decision -> !decision.isOpen()).forEach(maker::take);
        List<TableReading> tables = new ArrayList<>();
        found.tables().forEach(table -> tables.add(maker.table(table)));
        return new Mapping(
                area,
                maker.dataflows,
                tables,
                maker.words,
                maker.choices,
                new TreeMap<>(answers.params()),
                List.copyOf(maker.parameters));
    }

    private void take(Decision decision) {
        switch (decision.kind()) {
            case "dataflow" -> dataflows.add(decision.value());
            case "column" -> columns.put(decision.id().substring("column:".length()), decision.value());
            case "word" -> {
                String[] parts = decision.id().split(":", 3);
                words.computeIfAbsent(parts[1], none -> new TreeMap<>()).put(parts[2], decision.value());
            }
            case "period" -> {
                if (decision.because() == Decision.Reason.ANSWERED) {
                    parameters.add(TIME);
                }
            }
            case IGNORE, FileTables.RANGE, FileTables.HEADER -> {
                // The rules of rows and the readings of the tables contain these decisions, without positions.
            }
            case AGES -> {
                if (!ages(decision).equals(AdultProof.ALL_AGES) || decision.because() != Decision.Reason.FIGURES) {
                    choices.put(AGES, ages(decision));
                }
            }
            default -> choices.put(decision.id(), decision.value());
        }
    }

    /** Returns the choice that a decision about the ages of women and men makes; empty while it is open. */
    private static String ages(Decision decision) {
        boolean shown = decision.because() == Decision.Reason.FIGURES && AdultProof.ADULTS.equals(decision.value());
        return shown ? SUMS : Objects.toString(decision.value(), "");
    }

    private TableReading table(FileTable table) {
        Block block = table.block();
        List<String> roles = new ArrayList<>();
        for (Column column : block.columns()) {
            String role = columns.getOrDefault(block.address(column), columns.get(column.lowest()));
            boolean out = VALUE.equals(role) && isIgnored(block, column);
            roles.add(role == null || out ? IGNORE : role);
        }
        return new TableReading(
                block.sheet().name(),
                block.range().toString(),
                TableReading.names(block),
                roles,
                rules(block, roles),
                used(block, roles),
                List.copyOf(new TableTitles(List.of()).of(block).keySet()),
                table.isChanged() ? Adjusted.of(table.found(), table.layout()) : null);
    }

    /** Returns the names of the rows with used figures, in the columns that say what a row is. */
    private List<String> used(Block block, List<String> roles) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < roles.size(); i++) {
            String role = roles.get(i);
            if (!role.equals("LABEL") && (role.equals(TIME) || !words.containsKey(role))) {
                continue;
            }
            int column = block.columns().get(i).index();
            for (Sheet.Row row : block.body()) {
                boolean figure = block.columns().stream()
                        .anyMatch(each -> usedCells.contains(block.sheet().address(row.line(), each.index())));
                if (figure && !row.text(column).isEmpty() && names.size() < MAX_NAMES) {
                    names.add(row.text(column));
                }
            }
        }
        return List.copyOf(names);
    }

    private boolean isIgnored(Block block, Column column) {
        return !answers.ignored().isEmpty()
                && block.body().stream()
                        .filter(row -> !row.text(column.index()).isEmpty())
                        .allMatch(row -> answers.ignores(block.sheet().name(), row.line(), column.index()));
    }

    private List<RowRule> rules(Block block, List<String> roles) {
        Map<List<String>, List<Sheet.Row>> byTreatment = new LinkedHashMap<>();
        for (Sheet.Row row : block.body()) {
            byTreatment
                    .computeIfAbsent(treatment(block, row, roles), none -> new ArrayList<>())
                    .add(row);
        }
        List<RowRule> rules = new ArrayList<>();
        byTreatment.forEach((as, rows) -> {
            if (!as.isEmpty()) {
                rules.add(rule(block, roles, rows, as));
            }
        });
        return rules;
    }

    /** Returns what the answers say about a row: {@code ignore}, its dataflows, or nothing. */
    private List<String> treatment(Block block, Sheet.Row row, List<String> roles) {
        Set<String> counted = new LinkedHashSet<>();
        boolean ignored = true;
        boolean any = false;
        for (int i = 0; i < roles.size(); i++) {
            int column = block.columns().get(i).index();
            if (roles.get(i).equals(VALUE) && !row.text(column).isEmpty()) {
                any = true;
                ignored &= answers.ignores(block.sheet().name(), row.line(), column);
                counted.addAll(dataflows(block.sheet().name(), row.line(), column));
            }
        }
        if (any && ignored) {
            return List.of(RowRule.IGNORE);
        }
        return List.copyOf(counted);
    }

    private List<String> dataflows(String sheet, int line, int column) {
        for (Map.Entry<CellRange, List<String>> part : answers.dataflows().entrySet()) {
            if (part.getKey().contains(sheet, line, column)) {
                return part.getValue();
            }
        }
        return List.of();
    }

    /**
     * Returns a rule with the one column whose texts distinguish the rows from all other rows; if no column does, with
     * all columns that are neither figures nor years. If even they do not, the rule also has the number of each row
     * among equal rows.
     */
    private static RowRule rule(Block block, List<String> roles, List<Sheet.Row> rows, List<String> as) {
        List<Column> names = new ArrayList<>();
        for (int i = 0; i < roles.size(); i++) {
            if (!roles.get(i).equals(VALUE) && !roles.get(i).equals("TIME_PERIOD")) {
                names.add(block.columns().get(i));
            }
        }
        List<List<Column>> choices = new ArrayList<>();
        names.forEach(column -> choices.add(List.of(column)));
        choices.add(names);
        for (List<Column> columns : choices) {
            Map<Sheet.Row, List<String>> texts = RowRule.textsOf(block.body(), columns, false);
            if (areApart(block.body(), rows, texts)) {
                return new RowRule(columns.stream().map(TableReading::nameOf).toList(), distinct(rows, texts), as);
            }
        }
        List<String> counted =
                new ArrayList<>(names.stream().map(TableReading::nameOf).toList());
        counted.add(RowRule.COUNT);
        return new RowRule(counted, distinct(rows, RowRule.textsOf(block.body(), names, true)), as);
    }

    private static boolean areApart(List<Sheet.Row> all, List<Sheet.Row> rows, Map<Sheet.Row, List<String>> texts) {
        Set<List<String>> wanted = new HashSet<>(distinct(rows, texts));
        Set<Sheet.Row> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
        chosen.addAll(rows);
        return all.stream().allMatch(row -> chosen.contains(row) || !wanted.contains(texts.get(row)));
    }

    private static List<List<String>> distinct(List<Sheet.Row> rows, Map<Sheet.Row, List<String>> texts) {
        return rows.stream().map(texts::get).distinct().toList();
    }
}
