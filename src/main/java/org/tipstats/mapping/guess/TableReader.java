package org.tipstats.mapping.guess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tipstats.mapping.grid.Cell;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.grid.NumberStyle;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.guess.Decision.Level;
import org.tipstats.mapping.guess.Decision.Reason;
import org.tipstats.mapping.guess.FigureValue.RowFlags;
import org.tipstats.mapping.guess.RowMeaning.Context;
import org.tipstats.mapping.meaning.KeyDraft;
import org.tipstats.mapping.meaning.PlacedFigure;
import org.tipstats.mapping.reading.Block;
import org.tipstats.mapping.reading.Block.Column;
import org.tipstats.mapping.reading.Ledger;
import org.tipstats.mapping.reading.Marks;
import org.tipstats.mapping.reading.PartOfYear;
import org.tipstats.mapping.reading.Periods;

/** Reads the figures of one table for a dataflow, and records why other cells are left out. */
final class TableReader {

    /** The reason of a cell about which a question is open. */
    static final String OPEN = "open";

    private static final String TIME = "TIME_PERIOD";

    private final Context context;
    private final Subject subject;
    private final List<ValueColumn> columns = new ArrayList<>();
    private final RowMeaning[] rows;
    private final Set<Cell> unclear;
    private final List<PlacedFigure> placed = new ArrayList<>();
    private final List<Cell> several = new ArrayList<>();
    private final boolean hasRowsOfOtherYears;
    private boolean hasNationalRows;

    TableReader(Context context, Subject subject) {
        this.context = context;
        this.subject = subject;
        this.rows = new RowMeaning[block().body().size()];
        this.unclear = block().figuresOfSeveralPlaces(context.reading().values());
        this.hasNationalRows = subject.isNamedCountry();
        KeyDraft left = new KeyDraft(context.meanings().dimensions());
        for (Column column : context.reading().values()) {
            ValueColumn read = ValueColumn.of(context, column, left);
            left = read.named();
            columns.add(read);
        }
        this.hasRowsOfOtherYears = Placement.areOfOtherYears(context, columns);
    }

    Block block() {
        return context.reading().block();
    }

    /** Returns the columns whose figures are read for this dataflow. */
    List<ValueColumn> wanted() {
        return columns.stream()
                .filter(column -> column.reason() == null && isWanted(column))
                .toList();
    }

    private boolean isWanted(ValueColumn column) {
        return block().body().stream()
                .anyMatch(row -> !row.text(column.column().index()).isEmpty()
                        && isChosen(row, column.column())
                        && !context.reading().isIgnored(row, column.column()));
    }

    private boolean isChosen(Sheet.Row row, Column column) {
        String sheet = block().sheet().name();
        return subject.includes(context.meanings().dataflow(), sheet, row.line(), column.index());
    }

    /** Returns whether any dataflow includes the cell. If none does, the submitter has not chosen the cell. */
    private boolean isChosenAtAll(Sheet.Row row, Column column) {
        String sheet = block().sheet().name();
        return context.answers().dataflows().isEmpty()
                || !subject.of(sheet, row.line(), column.index()).isEmpty();
    }

    /**
     * Reads all rows.
     *
     * @param measure the measure to read; null to read all columns, empty while it is not known
     * @param severalYears whether the tables of the file are about different years
     * @param ledger records the cells that are left out
     */
    List<PlacedFigure> read(String measure, boolean severalYears, Ledger ledger) {
        readRows();
        Placement.Common common = new Placement.Common(context, rows, constants(severalYears));
        for (int i = 0; i < rows.length; i++) {
            Sheet.Row row = block().body().get(i);
            String ofRow = RowMeaning.leftOut(rows[i], row, context.reading().units(), hasNationalRows);
            RowFlags flags = null;
            for (ValueColumn column : columns) {
                String reason = reason(row, column, measure, ofRow);
                if (reason == null) {
                    flags = flags == null
                            ? RowFlags.of(context, context.reading().units(), row)
                            : flags;
                    place(row, rows[i], flags, column, common);
                } else if (!reason.equals(OPEN) && !reason.equals("other-dataflow")) {
                    ledger.leaveOut(block().sheet(), row.line(), column.column().index(), reason);
                }
            }
        }
        return placed;
    }

    private void readRows() {
        List<List<Sheet.Row>> unknown = new ArrayList<>();
        boolean follows = false;
        RowMeaning above = null;
        for (int i = 0; i < rows.length; i++) {
            Sheet.Row row = block().body().get(i);
            boolean isUnknown = false;
            if (isNeeded(row) && context.reading().units().needsWords(row, context.meanings())) {
                RowMeaning meaning = RowMeaning.of(context, row, above);
                rows[i] = meaning;
                above = meaning;
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
        for (Column column : context.reading().values()) {
            if ((hasStatus || !row.text(column.index()).isEmpty())
                    && !context.reading().isIgnored(row, column)
                    && isChosen(row, column)) {
                return true;
            }
        }
        return false;
    }

    /** Asks about consecutive rows whose names are not understood. */
    private void askAbout(List<Sheet.Row> unknown) {
        CellRange range = block().range(unknown.get(0), unknown.get(unknown.size() - 1));
        context.log()
                .decide(Decision.of("ignore:" + range, List.of(range.toString()), "true", Level.ASK, Reason.UNKNOWN));
    }

    /**
     * Returns why a cell is left out; null if its figure is read; {@link #OPEN} while a question about it is open.
     *
     * @param ofRow why all figures of the row are left out, or null
     */
    private String reason(Sheet.Row row, ValueColumn column, String measure, String ofRow) {
        if (context.reading().isIgnored(row, column.column())) {
            return "ignored";
        }
        if (!isChosen(row, column.column())) {
            return isChosenAtAll(row, column.column()) ? "other-dataflow" : "not-chosen";
        }
        if (column.reason() != null || hasRowsOfOtherYears) {
            return column.reason() == null ? OPEN : column.reason();
        }
        if (measure != null && (measure.isEmpty() || !isMeasure(column, measure))) {
            return measure.isEmpty() ? OPEN : "other-measure";
        }
        if (ofRow == null && NumberStyle.isPercent(row.text(column.column().index()))) {
            return "percent";
        }
        return ofRow == null && unclear.contains(context.cell(row, column.column())) ? OPEN : ofRow;
    }

    private boolean isMeasure(ValueColumn column, String measure) {
        return measure.equals(column.name()) || column.isMeasure(measure, block());
    }

    private Map<String, String> constants(boolean severalYears) {
        Map<String, String> constants = new TreeMap<>(context.answers().params());
        if (context.request().area() != null) {
            constants.put(
                    context.meanings().dataflow().structure().area().id(),
                    context.request().area().id());
        }
        if (lacksYears() && !constants.containsKey(TIME)) {
            Optional<String> own = ownYear();
            String year = severalYears && own.isPresent() ? own.get() : period(own);
            if (year != null) {
                constants.put(TIME, year);
            }
        }
        return constants;
    }

    /** Returns whether some row has no year of its own, and the columns name none. */
    private boolean lacksYears() {
        return context.reading().of(TIME).isEmpty()
                && columns.stream().noneMatch(column -> column.year() != null || column.dated())
                && Arrays.stream(rows)
                        .anyMatch(row -> row != null
                                && row.reason() == null
                                && !row.named().has(TIME)
                                && !row.inherited().has(TIME));
    }

    /** Returns the year in the titles of the table or in the name of its sheet. */
    Optional<String> ownYear() {
        Optional<String> inTitle =
                Periods.within(String.join(" ", context.reading().texts(block().titles())));
        return inTitle.isPresent() ? inTitle : Periods.within(block().sheet().name());
    }

    /** Decides the year of rows that have none. The columns have none, either. */
    private String period(Optional<String> own) {
        List<String> titles = context.reading().texts(block().titles());
        boolean part = titles.stream().anyMatch(PartOfYear::isMentioned)
                || titles.stream().anyMatch(Periods::hasFiscal);
        Optional<String> likely = own.or(() -> Periods.within(String.join(" ", block().words())));
        if (own.isEmpty() && likely.isPresent() && likely.equals(ValueColumn.yearOfShares(context.reading()))) {
            return context.log().decide(Decision.of("period", List.of(), likely.get(), Level.SURE, Reason.FIGURES));
        }
        return context.log()
                .decide(
                        own.isPresent() && !part
                                ? Decision.of("period", List.of(), own.get(), Level.LIKELY, Reason.POSITION)
                                : Decision.of("period", List.of(), likely.orElse(null), Level.ASK, Reason.UNKNOWN));
    }

    private void place(Sheet.Row row, RowMeaning meaning, RowFlags flags, ValueColumn column, Placement.Common common) {
        Optional<FigureValue> value = FigureValue.of(context, flags, row, column);
        String text = row.text(column.column().index());
        Cell cell = context.cell(row, column.column());
        if (value.isEmpty() && text.isEmpty() && meaning.isRegion()) {
            value = Optional.of(FigureValue.MISSING);
            cell = null;
        }
        if (value.isPresent()) {
            Optional<Placement> place = Placement.of(meaning, column, common);
            if (place.isPresent()) {
                placed.add(place.get().figure(cell, value.get()));
                if (meaning.isRegion() && context.reading().hasUnclearRegions()) {
                    placed.add(place.get().figure(null, FigureValue.MISSING));
                }
            }
        } else if (Marks.hasSeveralNumbers(text)) {
            several.add(cell);
        }
    }

    /** Returns the cells with several numbers, such as {@code 12 (3)}. */
    List<Cell> cellsWithSeveralNumbers() {
        return several;
    }
}
