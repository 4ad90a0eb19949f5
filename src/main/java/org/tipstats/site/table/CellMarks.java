package org.tipstats.site.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.guess.Decision;
import org.tipstats.mapping.guess.Guess;

/** Finds out how each cell of a file is used. */
final class CellMarks {

    /** The use of a cell. The letter shows the use to readers who do not see the colour. */
    enum Mark {
        HEADER("H"),
        LABEL("L"),
        USED("U"),
        OUT("O"),
        UNKNOWN("?"),
        NONE("");

        private final String letter;

        Mark(String letter) {
            this.letter = letter;
        }

        /** Returns the letter that the page shows in the cell. */
        public String letter() {
            return letter;
        }

        /** Returns the name of the mark in texts and style classes. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The reason for leaving out a number that is a label: it names a row, a column or a year. */
    private static final String LABEL = "label";

    /** A table, and the number of the last line of its header; the number is 0 if the table has no header. */
    private record MarkedTable(CellRange range, int headerLine) {}

    private final Map<String, String> out = new HashMap<>();
    private final Set<String> unknown;
    private final Map<String, Integer> figures = new HashMap<>();
    private final List<MarkedTable> tables = new ArrayList<>();

    CellMarks(Guess guess) {
        guess.ledger().leftOut().forEach((reason, cells) -> cells.forEach(cell -> out.put(cell, reason)));
        unknown = new HashSet<>(guess.ledger().notUnderstood());
        guess.questions().stream()
                .filter(question -> question.kind().equals("marker"))
                .forEach(question -> unknown.addAll(question.cells()));
        for (int i = 0; i < guess.observations().size(); i++) {
            for (String cell : guess.observations().get(i).cells()) {
                figures.putIfAbsent(cell, i);
            }
        }
        guess.tables().forEach(table -> tables.add(new MarkedTable(table.range(), headerLine(guess, table.range()))));
    }

    private int headerLine(Guess guess, CellRange table) {
        int last = 0;
        for (Decision decision : guess.decisions()) {
            Optional<CellRange> cell = decision.kind().equals("column")
                    ? CellRange.parse(decision.cells().get(0))
                    : Optional.empty();
            if (cell.filter(each -> table.contains(each.sheet(), each.firstLine(), each.firstColumn()))
                    .isPresent()) {
                if ("OBS_VALUE".equals(decision.value())
                        && isFigure(decision.cells().get(0))) {
                    return 0;
                }
                last = Math.max(last, cell.get().firstLine());
            }
        }
        return last;
    }

    private boolean isFigure(String cell) {
        return figures.containsKey(cell) || unknown.contains(cell) || !LABEL.equals(out.getOrDefault(cell, LABEL));
    }

    Mark mark(Sheet sheet, int line, int column) {
        String cell = sheet.address(line, column);
        if (sheet.text(line, column).isEmpty()) {
            return Mark.NONE;
        }
        if (figures.containsKey(cell)) {
            return Mark.USED;
        }
        if (unknown.contains(cell)) {
            return Mark.UNKNOWN;
        }
        if (!LABEL.equals(out.getOrDefault(cell, LABEL))) {
            return Mark.OUT;
        }
        return tables.stream()
                .filter(table -> table.range().contains(sheet.name(), line, column))
                .findFirst()
                .map(table -> line <= table.headerLine() ? Mark.HEADER : Mark.LABEL)
                .orElse(Mark.NONE);
    }

    /** Returns why a cell is left out, as the key of a text; null if the cell is not left out or is a label. */
    String reason(String cell) {
        return LABEL.equals(out.get(cell)) ? null : out.get(cell);
    }

    /**
     * Returns the index of the first observation that a cell is a part of; empty if the cell is a part of no
     * observation.
     */
    Optional<Integer> figure(String cell) {
        return Optional.ofNullable(figures.get(cell));
    }
}
