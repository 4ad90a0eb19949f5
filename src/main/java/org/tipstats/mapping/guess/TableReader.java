package org.tipstats.mapping.guess;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.guess.Decision.Level;
import org.tipstats.mapping.guess.Decision.Reason;
import org.tipstats.mapping.meaning.PlacedFigure;
import org.tipstats.mapping.reading.Block;
import org.tipstats.mapping.reading.Block.Column;
import org.tipstats.mapping.reading.Ledger;
import org.tipstats.mapping.reading.Periods;

/** Reads the figures of one table for a dataflow, and states for each other cell why it has no figure. */
final class TableReader {

    /** Stands for the reason of a cell about which a question is open. */
    private static final String OPEN = "open";

    /** What is needed to read a table for a dataflow: the request, the decisions, the table, and the codes of its words. */
    record Context(GuessRequest request, DecisionLog log, BlockReading reading, Meanings meanings) {

        Answers answers() {
            return log.answers();
        }

        String address(Sheet.Row row, Column column) {
            return reading.block().sheet().address(row.line(), column.index());
        }

        /** Returns whether the submitter wants a cell to be left out. */
        boolean isIgnored(Sheet.Row row, Column column) {
            return answers().ignores(reading.block().sheet().name(), row.line(), column.index());
        }
    }

    private final Context context;
    private final Subject subject;
    private final Units units;
    private final List<ValueColumn> columns;
    private final Map<Integer, RowMeaning> rows = new HashMap<>();
    private final List<PlacedFigure> placed = new ArrayList<>();
    private boolean hasNationalRows;

    TableReader(Context context, Subject subject) {
        this.context = context;
        this.subject = subject;
        this.units = new Units(context.log(), context.reading());
        this.columns = context.reading().values().stream()
                .map(column -> ValueColumn.of(context.reading().block(), column, context.meanings()))
                .toList();
    }

    /** Returns the names of the measures that have figures, with the address of the column. */
    Map<String, String> measures() {
        Map<String, String> measures = new LinkedHashMap<>();
        for (ValueColumn column : columns) {
            if (column.reason() == null && isWanted(column)) {
                measures.putIfAbsent(column.name(), context.reading().block().address(column.column()));
            }
        }
        return measures;
    }

    private boolean isWanted(ValueColumn column) {
        return context.reading().block().body().stream()
                .anyMatch(row -> !row.text(column.column().index()).isEmpty()
                        && isChosen(row, column.column())
                        && !context.isIgnored(row, column.column()));
    }

    private boolean isChosen(Sheet.Row row, Column column) {
        String sheet = context.reading().block().sheet().name();
        return subject.includes(context.meanings().dataflow(), sheet, row.line(), column.index());
    }

    /**
     * Reads all rows.
     *
     * @param measure the measure to read; null if the table has only one, empty while it is not known
     * @param ledger where the cells without a figure are left out
     */
    List<PlacedFigure> read(String measure, Ledger ledger) {
        readRows();
        Map<String, String> constants = constants();
        for (Sheet.Row row : context.reading().block().body()) {
            for (ValueColumn column : columns) {
                String reason = reason(row, column, measure);
                if (reason == null) {
                    place(row, column, constants);
                } else if (!reason.equals(OPEN) && !reason.equals("other-dataflow")) {
                    ledger.leaveOut(context.address(row, column.column()), reason);
                }
            }
        }
        return placed;
    }

    private void readRows() {
        List<List<Sheet.Row>> unknown = new ArrayList<>();
        boolean follows = false;
        for (Sheet.Row row : context.reading().block().body()) {
            boolean isUnknown = false;
            if (isNeeded(row)) {
                RowMeaning meaning = RowMeaning.of(context, row);
                rows.put(row.line(), meaning);
                isUnknown = meaning.unknown() && meaning.reason() == null;
                hasNationalRows |= meaning.reason() == null && !meaning.unknown() && !meaning.isRegion();
            }
            if (isUnknown && !follows) {
                unknown.add(new ArrayList<>());
            }
            if (isUnknown) {
                unknown.get(unknown.size() - 1).add(row);
            }
            follows = isUnknown;
        }
        unknown.forEach(this::askAbout);
    }

    private boolean isNeeded(Sheet.Row row) {
        boolean hasStatus = !context.reading().of("OBS_STATUS").isEmpty();
        return columns.stream()
                .map(ValueColumn::column)
                .anyMatch(column -> (hasStatus || !row.text(column.index()).isEmpty())
                        && !context.isIgnored(row, column)
                        && isChosen(row, column));
    }

    /** Asks about rows under each other whose names say nothing. */
    private void askAbout(List<Sheet.Row> unknown) {
        Block block = context.reading().block();
        CellRange range = block.range(unknown.get(0), unknown.get(unknown.size() - 1));
        context.log()
                .decide(Decision.of(
                        "ignore:" + range, List.of(range.toString()), "true", Level.ASK, Reason.UNKNOWN));
    }

    /** Returns why a cell is left out; null if its figure is read; {@link #OPEN} while a question about it is open. */
    private String reason(Sheet.Row row, ValueColumn column, String measure) {
        if (context.isIgnored(row, column.column())) {
            return "ignored";
        }
        if (!isChosen(row, column.column())) {
            return context.answers().dataflows().isEmpty() ? "other-dataflow" : "not-chosen";
        }
        if (column.reason() != null) {
            return column.reason();
        }
        if (measure != null && (measure.isEmpty() || !isMeasure(column, measure))) {
            return measure.isEmpty() ? OPEN : "other-measure";
        }
        RowMeaning meaning = rows.get(row.line());
        return meaning == null ? OPEN : reason(row, meaning);
    }

    private String reason(Sheet.Row row, RowMeaning meaning) {
        if (meaning.reason() != null) {
            return meaning.reason();
        }
        if (meaning.isRegion() && hasNationalRows) {
            return "region";
        }
        String unit = units.reason(row);
        return unit == null && (meaning.unknown() || meaning.open()) ? OPEN : unit;
    }

    private boolean isMeasure(ValueColumn column, String measure) {
        return measure.equals(column.name())
                || column.isMeasure(measure, context.reading().block());
    }

    private Map<String, String> constants() {
        Map<String, String> constants = new TreeMap<>(context.answers().params());
        if (context.request().area() != null) {
            constants.put(
                    context.meanings().dataflow().structure().area().id(),
                    context.request().area().id());
        }
        boolean hasYears = !context.reading().of("TIME_PERIOD").isEmpty()
                || columns.stream().anyMatch(column -> column.year() != null);
        if (!hasYears && !constants.containsKey("TIME_PERIOD")) {
            String year = period();
            if (year != null) {
                constants.put("TIME_PERIOD", year);
            }
        }
        return constants;
    }

    /** Decides the year of a table that has none in its cells. */
    private String period() {
        BlockReading reading = context.reading();
        List<String> titles = reading.texts(reading.block().titles());
        Optional<String> inTitle = Periods.within(String.join(" ", titles));
        if (inTitle.isPresent()) {
            return context.log()
                    .decide(Decision.of("period", List.of(), inTitle.get(), Level.LIKELY, Reason.POSITION));
        }
        Optional<String> inHeader =
                Periods.within(String.join(" ", reading.block().words()));
        return context.log()
                .decide(Decision.of("period", List.of(), inHeader.orElse(null), Level.ASK, Reason.UNKNOWN));
    }

    private void place(Sheet.Row row, ValueColumn column, Map<String, String> constants) {
        FigureValue.of(context, units, row, column.column())
                .flatMap(value -> Placement.of(context.meanings(), rows.get(row.line()), column, constants)
                        .map(place -> place.figure(context.address(row, column.column()), value)))
                .ifPresent(placed::add);
    }
}
