package org.tipstats.files.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.tipstats.vocabulary.names.CellText;

/** The first rows of a sheet with its header: the row that names the most columns, or else the first row with text. */
final class SheetCandidate {

    /** Largest number of rows with text before the header. */
    private static final int MAX_ROWS_BEFORE = 20;
    /** Smallest number of column names in a certain header. A title or a note may name one column by chance. */
    private static final int MIN_COLUMN_NAMES = 2;

    private static final int MAX_HELD_ROWS = 1_000;

    private final int index;
    private final String name;
    private final List<SheetRow> rows = new ArrayList<>();
    private int header = -1;
    private int named = -1;

    private SheetCandidate(int index, String name) {
        this.index = index;
        this.name = name;
    }

    /** Reads the first rows of the sheet. */
    static SheetCandidate read(Sheets sheets, int index, Predicate<String> known) {
        SheetCandidate choice = new SheetCandidate(index, sheets.name());
        int texts = 0;
        SheetRow row = sheets.row();
        while (row != null && texts <= MAX_ROWS_BEFORE && choice.rows.size() < MAX_HELD_ROWS) {
            // Skip rows that have only formatting, because there may be very many.
            if (row.width() > 0 || !row.formulasWithoutResult().isEmpty()) {
                choice.rows.add(row);
            }
            if (row.textWidth() > 0) {
                texts++;
                choice.weigh(row, known);
            }
            row = texts <= MAX_ROWS_BEFORE ? sheets.row() : null;
        }
        return choice;
    }

    private void weigh(SheetRow row, Predicate<String> known) {
        int count = 0;
        for (String text : row.texts(row.textWidth())) {
            count += known.test(CellText.strip(text)) ? 1 : 0;
        }
        if (count > named) {
            named = count;
            header = rows.size() - 1;
        }
    }

    boolean hasText() {
        return header >= 0;
    }

    /** Returns whether the header names enough columns to be certain. */
    boolean isTable() {
        return named >= MIN_COLUMN_NAMES;
    }

    boolean isBetterThan(SheetCandidate other) {
        return other == null || named > other.named;
    }

    /** Returns the index of the sheet, from 0. */
    int index() {
        return index;
    }

    String name() {
        return name;
    }

    SheetRow header() {
        return rows.get(header);
    }

    /** Returns the rows with text before the header. */
    List<SheetRow> before() {
        return rows.subList(0, header).stream()
                .filter(row -> row.textWidth() > 0)
                .toList();
    }

    /** Returns the rows after the header that were already read. */
    List<SheetRow> after() {
        return rows.subList(header + 1, rows.size());
    }
}
