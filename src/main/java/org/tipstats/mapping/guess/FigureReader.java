package org.tipstats.mapping.guess;

import org.tipstats.mapping.guess.Decision.Level;
import org.tipstats.mapping.reading.Ledger;
import org.tipstats.mapping.reading.Periods;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.guess.Decision.Reason;
import org.tipstats.mapping.guess.Guess.Refusal;
import org.tipstats.mapping.meaning.AgeRange;
import org.tipstats.mapping.meaning.Assembly;
import org.tipstats.mapping.meaning.MappedObservation;
import org.tipstats.mapping.meaning.PlacedFigure;
import org.tipstats.mapping.reading.Block.Column;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;

/** Reads the figures of all tables of a file for one dataflow. */
final class FigureReader {

    private final GuessRequest request;
    private final DecisionLog log;
    private final Ledger ledger;
    private final Subject subject;
    private final List<BlockReading> readings;
    private final Meanings meanings;
    private final Map<BlockReading, List<ValueColumn>> columns = new LinkedHashMap<>();
    private final List<PlacedFigure> placed = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private String measure;
    private boolean chosen;

    FigureReader(
            GuessRequest request,
            DecisionLog log,
            Ledger ledger,
            Subject subject,
            List<BlockReading> readings,
            Dataflow dataflow) {
        this.request = request;
        this.log = log;
        this.ledger = ledger;
        this.subject = subject;
        this.readings = readings;
        this.meanings = new Meanings(request, log, dataflow, ages(readings));
        readings.forEach(reading -> columns.put(
                reading,
                reading.values().stream()
                        .map(column -> ValueColumn.of(reading.block(), column, meanings))
                        .toList()));
    }

    private static List<AgeRange> ages(List<BlockReading> readings) {
        return readings.stream()
                .flatMap(reading ->
                        reading.of("AGE").stream().flatMap(column -> reading.profile(column).words().keySet().stream()))
                .flatMap(word -> AgeRange.parse(word).stream())
                .distinct()
                .toList();
    }

    List<Refusal> refusals() {
        return refusals;
    }

    /**
     * Returns the observations of the dataflow.
     *
     * @param chosen whether the submitter said what the file counts
     */
    List<MappedObservation> read(boolean chosen) {
        this.chosen = chosen;
        chooseMeasure();
        readings.forEach(this::read);
        Assembly assembly = Assembly.of(meanings.dataflow(), placed);
        List<MappedObservation> certain = assembly.observations().stream()
                .filter(observation -> !mayGrow(observation))
                .toList();
        assembly.repeated().forEach(cell -> ledger.leaveOut(cell, "repeated"));
        assembly.gaps().forEach(cell -> ledger.leaveOut(cell, "sum-with-gap"));
        assembly.conflicts().forEach(cells -> refusals.add(new Refusal("duplicate-key", cells)));
        return certain;
    }

    /**
     * Returns whether a word that nobody has explained yet may add to an observation: to the unknown code of its
     * component, or to a sum.
     */
    private boolean mayGrow(MappedObservation observation) {
        for (Decision decision : log.decisions()) {
            String[] parts = decision.id().split(":", 3);
            if (!decision.isOpen() || parts.length < 3) {
                continue;
            }
            String code = observation.key().get(parts[1]);
            boolean unknown = code != null
                    && meanings.dataflow()
                            .structure()
                            .dimension(parts[1])
                            .filter(dimension -> !dimension.isTime())
                            .flatMap(dimension -> dimension.codes().find(code))
                            .filter(Code::isUnknown)
                            .isPresent();
            if (unknown || (code != null && observation.cells().size() > 1)) {
                return true;
            }
        }
        return false;
    }

    /** Decides which of several measures side by side is counted. */
    private void chooseMeasure() {
        Map<String, List<String>> measures = new LinkedHashMap<>();
        columns.forEach((reading, each) -> each.stream()
                .filter(column -> column.reason() == null && isWanted(reading, column))
                .forEach(column -> measures.computeIfAbsent(name(column), none -> new ArrayList<>())
                        .add(reading.block().address(column.column()))));
        if (measures.size() > 1) {
            List<String> names = List.copyOf(measures.keySet());
            measure = log.decide(
                    Decision.of("measure", measures.get(names.get(0)), names.get(0), Level.ASK, Reason.UNKNOWN)
                            .withAlternatives(names));
            measure = measure == null ? "" : measure;
        }
    }

    private boolean isWanted(BlockReading reading, ValueColumn column) {
        Sheet sheet = reading.block().sheet();
        return reading.block().body().stream()
                .anyMatch(row -> !row.text(column.column().index()).isEmpty()
                        && isChosen(sheet, row.line(), column.column())
                        && !log.answers()
                                .ignores(
                                        sheet.name(),
                                        row.line(),
                                        column.column().index()));
    }

    private static String name(ValueColumn column) {
        boolean nameless =
                column.measure().isEmpty() && column.column().header().isEmpty();
        return nameless ? CellRange.letters(column.column().index()) : column.measure();
    }

    private boolean isChosen(Sheet sheet, int line, Column column) {
        return !chosen || subject.of(sheet.name(), line, column.index()).contains(meanings.dataflow());
    }

    private void read(BlockReading reading) {
        Sheet sheet = reading.block().sheet();
        Units units = new Units(log, reading);
        Map<Integer, RowMeaning> rows = new HashMap<>();
        List<Sheet.Row> unknown = new ArrayList<>();
        boolean nationalRows = false;
        for (Sheet.Row row : reading.block().body()) {
            if (!isNeeded(reading, row)) {
                continue;
            }
            RowMeaning meaning = RowMeaning.of(request, log, reading, row, meanings);
            rows.put(row.line(), meaning);
            boolean region = meaning.collapsed().stream().anyMatch(each -> each.startsWith("region "));
            nationalRows |= meaning.reason() == null && !meaning.unknown() && !region;
            if (meaning.unknown() && meaning.reason() == null) {
                unknown.add(row);
            }
        }
        askAbout(reading, unknown);
        Map<String, String> constants = constants(reading);
        for (Sheet.Row row : reading.block().body()) {
            for (ValueColumn column : columns.get(reading)) {
                String reason = reason(reading, row, column, rows.get(row.line()), units, nationalRows);
                String cell = sheet.address(row.line(), column.column().index());
                if (reason == null) {
                    place(reading, row, column, rows.get(row.line()), units, constants);
                } else if (!reason.equals("open") && !reason.equals("other-dataflow")) {
                    ledger.leaveOut(cell, reason);
                }
            }
        }
    }

    private boolean isNeeded(BlockReading reading, Sheet.Row row) {
        Sheet sheet = reading.block().sheet();
        return columns.get(reading).stream()
                .map(ValueColumn::column)
                .anyMatch(column -> !log.answers().ignores(sheet.name(), row.line(), column.index())
                        && isChosen(sheet, row.line(), column)
                        && hasFigure(reading, row, column));
    }

    private static boolean hasFigure(BlockReading reading, Sheet.Row row, Column column) {
        return !row.text(column.index()).isEmpty() || !reading.of("OBS_STATUS").isEmpty();
    }

    /** Returns why a cell is left out; null if its figure is read; "open" while a question about it is open. */
    private String reason(
            BlockReading reading,
            Sheet.Row row,
            ValueColumn column,
            RowMeaning meaning,
            Units units,
            boolean nationalRows) {
        Sheet sheet = reading.block().sheet();
        if (log.answers().ignores(sheet.name(), row.line(), column.column().index())) {
            return "ignored";
        }
        if (!isChosen(sheet, row.line(), column.column())) {
            return log.answers().dataflows().isEmpty() ? "other-dataflow" : "not-chosen";
        }
        if (column.reason() != null) {
            return column.reason();
        }
        if (measure != null && (measure.isEmpty() || !isMeasure(reading, column))) {
            return measure.isEmpty() ? "open" : "other-measure";
        }
        if (meaning == null || meaning.reason() != null) {
            return meaning == null ? "open" : meaning.reason();
        }
        boolean region = meaning.collapsed().stream().anyMatch(each -> each.startsWith("region "));
        if (region && nationalRows) {
            return "region";
        }
        String unit = units.reason(row);
        return unit != null ? unit : meaning.unknown() || meaning.open() ? "open" : null;
    }

    private boolean isMeasure(BlockReading reading, ValueColumn column) {
        return measure.equals(name(column)) || column.isMeasure(measure, reading.block());
    }

    /** Asks once about each run of rows whose names say nothing. */
    private void askAbout(BlockReading reading, List<Sheet.Row> unknown) {
        List<Sheet.Row> body = reading.block().body();
        Sheet sheet = reading.block().sheet();
        int first = reading.block().columns().get(0).index();
        int last = reading.block()
                .columns()
                .get(reading.block().columns().size() - 1)
                .index();
        for (int i = 0; i < unknown.size(); i++) {
            int from = i;
            while (i + 1 < unknown.size() && body.indexOf(unknown.get(i + 1)) == body.indexOf(unknown.get(i)) + 1) {
                i++;
            }
            CellRange range = new CellRange(
                    sheet.name(),
                    sheet.addressing(),
                    unknown.get(from).line(),
                    first,
                    unknown.get(i).line(),
                    last);
            log.decide(Decision.of("ignore:" + range, List.of(range.toString()), "true", Level.ASK, Reason.UNKNOWN));
        }
    }

    private Map<String, String> constants(BlockReading reading) {
        Map<String, String> constants = new TreeMap<>(request.answers().params());
        if (request.area() != null) {
            constants.put(
                    meanings.dataflow().structure().area().id(), request.area().id());
        }
        boolean hasYears = !reading.of("TIME_PERIOD").isEmpty()
                || columns.get(reading).stream().anyMatch(column -> column.year() != null);
        if (!hasYears && !constants.containsKey("TIME_PERIOD")) {
            String year = period(reading);
            if (year != null) {
                constants.put("TIME_PERIOD", year);
            }
        }
        return constants;
    }

    /** Decides the year of a table that has none in its cells. */
    private String period(BlockReading reading) {
        List<String> titles = reading.texts(reading.block().titles());
        Optional<String> inTitle = Periods.within(String.join(" ", titles));
        if (inTitle.isPresent()) {
            return log.decide(Decision.of("period", List.of(), inTitle.get(), Level.LIKELY, Reason.POSITION));
        }
        Optional<String> inHeader =
                Periods.within(String.join(" ", reading.block().words()));
        return log.decide(Decision.of("period", List.of(), inHeader.orElse(null), Level.ASK, Reason.UNKNOWN));
    }

    private void place(
            BlockReading reading,
            Sheet.Row row,
            ValueColumn column,
            RowMeaning meaning,
            Units units,
            Map<String, String> constants) {
        FigureValue.of(log, meanings, reading, row, column.column(), units).ifPresent(figure -> {
            String cell =
                    reading.block().sheet().address(row.line(), column.column().index());
            BigDecimal value = figure.value();
            Placement.of(meaning, column, meanings, constants, cell, value, figure.attributes())
                    .ifPresent(placed::add);
        });
    }
}
